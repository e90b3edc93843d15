package dev.ssot.router;

import dev.ssot.router.guard.TokenBucket;
import dev.ssot.router.limits.InboundLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides about each client message of one user: refuse, answer, or hand to its handler. Guarded by
 * the user's lock.
 */
final class Reception {

  private final UserState user;
  private final InboundLimits limits;
  private final TokenBucket bucket;

  Reception(UserState user) {
    this.user = user;
    limits = user.core().limits().inbound();
    bucket = new TokenBucket(limits.rates().user(), user.now());
  }

  void receive(Connection connection, ClientMessage message) {
    Instant now = user.now();
    if (isInSession(connection, now)
        && isWithinRate(connection, message, now)
        && isUnderstood(connection, message)
        && isApplication(connection, message)) {
      route(connection, message);
    }
  }

  private boolean isInSession(Connection connection, Instant now) {
    user.connections().closeExpired(now);
    return user.connections().isOpen(connection);
  }

  /** Whether the user's rate remembers nothing. */
  boolean isAtRest(Instant now) {
    return bucket.isFull(now);
  }

  private boolean isWithinRate(Connection connection, ClientMessage message, Instant now) {
    if (!connection.bucket().tryTake(now)) {
      return tooFast(connection, message, connection.bucket().untilNext());
    }
    if (!bucket.tryTake(now)) {
      connection.bucket().giveBack();
      return tooFast(connection, message, bucket.untilNext());
    }
    return true;
  }

  private boolean tooFast(Connection connection, ClientMessage message, Duration retryAfter) {
    report(message, ErrorCode.RATE_LIMITED);
    user.connections()
        .send(
            connection,
            new ServerFrame.Failure(
                echoed(message.id()),
                ErrorCode.RATE_LIMITED,
                "Messages come too fast; wait before the next",
                retryAfter));
    if (!connection.mayGoOn(user.now())) {
      user.connections()
          .close(connection, CloseCode.TOO_FAST, "Too many messages came too fast", true);
    }
    return false;
  }

  private boolean isUnderstood(Connection connection, ClientMessage message) {
    if (message.version() != ClientMessage.VERSION) {
      refuse(
          connection,
          message,
          ErrorCode.UNSUPPORTED_VERSION,
          "v is %d; this router speaks %d".formatted(message.version(), ClientMessage.VERSION));
      user.connections()
          .close(connection, CloseCode.PROTOCOL, "The version is not spoken here", true);
      return false;
    }
    Optional<String> large = tooLarge(message);
    large.ifPresent(what -> refuse(connection, message, ErrorCode.TOO_LARGE, what));
    return large.isEmpty();
  }

  private Optional<String> tooLarge(ClientMessage message) {
    MessageLimits sizes = limits.messages();
    if (message.payload().bytes() > sizes.messageBytes()) {
      return Optional.of(
          "The payload has %d bytes; at most %d are taken"
              .formatted(message.payload().bytes(), sizes.messageBytes()));
    }
    int longest =
        Math.max(
            message.type().length(), Math.max(message.id().length(), message.session().length()));
    return longest > sizes.nameLength()
        ? Optional.of(
            "The type, id or session has %d characters; at most %d are taken"
                .formatted(longest, sizes.nameLength()))
        : Optional.empty();
  }

  /** Deals with everything that steers the connection; true for what is left. */
  private boolean isApplication(Connection connection, ClientMessage message) {
    boolean hello = message.type().equals(Types.HELLO);
    if (hello == connection.isGreeted()) {
      String text = hello ? "A second `hello` came" : "The first message is no `hello`";
      refuse(connection, message, ErrorCode.PROTOCOL, text);
      user.connections().close(connection, CloseCode.PROTOCOL, text, true);
      return false;
    }
    if (hello) {
      user.greeting().hello(connection, message);
    } else if (message.type().equals(Types.PING)) {
      user.connections().send(connection, new ServerFrame.Pong(message.payload()));
    } else if (message.type().equals(Types.AUTH)) {
      refresh(connection, message);
    } else {
      return true;
    }
    return false;
  }

  private void refresh(Connection connection, ClientMessage message) {
    Optional<SessionRefresh> refresh = user.core().refresh();
    if (refresh.isEmpty()) {
      refuse(
          connection,
          message,
          ErrorCode.UNKNOWN_TYPE,
          "Sessions are not refreshed here; reconnect");
    } else if (!isKnown(connection, message)) {
      Handler handler = (context, auth) -> connection.refresh(refresh.get(), auth.payload());
      admit(new Work(user, connection, connection.refreshes(), message, handler));
    }
  }

  private void route(Connection connection, ClientMessage message) {
    Optional<String> falseClaim = IdentityClaim.falseClaim(user.key(), message);
    Optional<Handler> handler = user.core().routes().handler(message.type());
    if (falseClaim.isPresent()) {
      refuse(
          connection,
          message,
          ErrorCode.IDENTITY_MISMATCH,
          "%s names another user than the handshake; leave it out".formatted(falseClaim.get()));
    } else if (handler.isEmpty()) {
      refuse(
          connection,
          message,
          ErrorCode.UNKNOWN_TYPE,
          "No handler is registered for `%s`".formatted(message.type()));
    } else if (isValid(connection, message) && !isKnown(connection, message)) {
      admit(new Work(user, connection, connection.lane(), message, handler.get()));
    }
  }

  private boolean isValid(Connection connection, ClientMessage message) {
    Optional<String> violation = user.core().rules().inMessage(message.type(), message.payload());
    violation.ifPresent(text -> refuse(connection, message, ErrorCode.INVALID_PAYLOAD, text));
    return violation.isEmpty();
  }

  /** Answers a message that was sent before. */
  private boolean isKnown(Connection connection, ClientMessage message) {
    Optional<RememberedMessage> known = user.window().find(message.id());
    if (known.isEmpty()) {
      return false;
    }
    if (known.get().isSameAs(message)) {
      known
          .get()
          .answer()
          .ifPresentOrElse(
              answer -> user.connections().send(connection, answer),
              () -> known.get().await(connection));
    } else {
      refuse(
          connection,
          message,
          ErrorCode.ID_REUSED,
          "The id was used for another message; choose a new one");
    }
    return true;
  }

  private void admit(Work work) {
    Connection connection = work.origin();
    ClientMessage message = work.message();
    if (!user.core().service().takesMore()) {
      refuse(connection, message, ErrorCode.DRAINING, "The router goes away; send it elsewhere");
    } else if (user.workload().size() >= limits.handlers().inFlightPerUser()) {
      refuse(
          connection,
          message,
          ErrorCode.OVERLOADED,
          "%d messages are being handled; wait for an answer".formatted(user.workload().size()));
    } else {
      user.workload().accept(work);
    }
  }

  private void refuse(Connection connection, ClientMessage message, ErrorCode code, String text) {
    report(message, code);
    user.connections().send(connection, ServerFrame.Failure.of(echoed(message.id()), code, text));
  }

  private void report(ClientMessage message, ErrorCode code) {
    user.report(
        observer ->
            observer.messageAnswered(user.key(), message.type(), Optional.of(code), Duration.ZERO));
  }

  /** An id that is too long is not echoed whole. */
  private String echoed(String id) {
    int length = limits.messages().nameLength();
    return id.length() <= length ? id : id.substring(0, length);
  }
}
