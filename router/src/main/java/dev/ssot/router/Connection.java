package dev.ssot.router;

import dev.ssot.router.guard.TokenBucket;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An attached connection, as its transport holds it.
 *
 * <p>Holding it is the right to speak for it: no id given by anybody else reaches a connection.
 * Once it is closed or detached every call is without effect, also when another connection has got
 * its id since. Safe for use by several threads; messages are taken in the order of the calls.
 */
public final class Connection {

  private final UserState user;
  private final ConnectionId id;
  private final Outlet outlet;
  private final Lane lane;
  private final Lane refreshes;
  private final TokenBucket bucket;
  private final TokenBucket refusals;
  private final Instant attachedAt;
  private Instant expires;
  private boolean greeted;
  private Optional<StreamPosition> wanted = Optional.empty();

  Connection(UserState user, Handshake handshake, Outlet outlet, Instant now) {
    this.user = user;
    this.outlet = outlet;
    bucket = new TokenBucket(user.core().limits().inbound().rates().connection(), now);
    refusals = new TokenBucket(user.core().limits().inbound().rates().refusals(), now);
    id = handshake.connection();
    expires = handshake.expires();
    attachedAt = now;
    lane = new Lane(user);
    refreshes = new Lane(user);
  }

  /** The connection's name. */
  public ConnectionId id() {
    return id;
  }

  /** The authenticated user. */
  public UserKey user() {
    return user.key();
  }

  /** Takes a message that the client has sent. */
  public void receive(ClientMessage message) {
    user.run(() -> user.receive(this, message));
  }

  /** Takes note of a frame that is no message: the client is told, and the connection closed. */
  public void receive(ServerFrame.Failure malformed) {
    user.run(
        () -> {
          user.connections().send(this, malformed);
          user.connections().close(this, CloseCode.PROTOCOL, malformed.message(), true);
        });
  }

  /** Says that the transport takes frames again. */
  public void writable() {
    user.run(outlet::writable);
  }

  /** Moves the end of the session, after the client has proved who it is once more. */
  public void renew(Instant newExpiry) {
    user.run(() -> expires = newExpiry);
  }

  /** Moves the end of the session if that is what the payload of an {@code auth} proves. */
  Reply refresh(SessionRefresh verifier, Payload payload) throws Exception {
    Optional<SessionRefresh.Proof> proof = verifier.verify(payload);
    if (proof.filter(one -> user.now().isBefore(one.expires())).isEmpty()) {
      return Reply.rejected("The token is not accepted; sign in again");
    }
    if (!proof.get().user().equals(user())) {
      return Reply.rejected("The token belongs to another user; open a connection of his own");
    }
    renew(proof.get().expires());
    return Reply.accepted();
  }

  /** Says that the connection is gone. */
  public void detach() {
    user.run(() -> user.connections().detach(this));
  }

  Outlet outlet() {
    return outlet;
  }

  Lane lane() {
    return lane;
  }

  /** Where refreshes of the session wait, which no message of the application may hold up. */
  Lane refreshes() {
    return refreshes;
  }

  TokenBucket bucket() {
    return bucket;
  }

  Instant attachedAt() {
    return attachedAt;
  }

  ConnectionFigures figures() {
    return new ConnectionFigures(
        user(), id, attachedAt, expires, outlet.isLive(), outlet.behind(), outlet.waiting());
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  /** Takes note that the client has said {@code hello} and from where it wants to go on. */
  void greet(Optional<StreamPosition> position) {
    greeted = true;
    wanted = position;
  }

  boolean isGreeted() {
    return greeted;
  }

  Optional<StreamPosition> wanted() {
    return wanted;
  }

  /**
   * Counts a message that came too fast, and says whether the connection may send one more of that
   * kind. What was taken in between makes up for nothing: whoever floods is always let through at
   * his rate.
   */
  boolean mayGoOn(Instant now) {
    return refusals.tryTake(now) && refusals.untilNext().isZero();
  }
}
