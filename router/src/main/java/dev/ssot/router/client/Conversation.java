package dev.ssot.router.client;

import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.wire.ServerMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * What is said between a client and its router, over all connections: the stream, whose position it
 * keeps, and messages with their answers. Connections come and go without it. Not thread-safe.
 */
final class Conversation {

  private final ClientListener listener;
  private final Line line;
  private final Follower follower = new Follower();
  private final Outbox outbox;
  private long connections;
  private long resumed;

  Conversation(ClientLimits limits, ClientListener listener, Line line) {
    this.listener = listener;
    this.line = line;
    outbox = new Outbox(limits);
  }

  /** The connection that there is, or that there will be. */
  interface Line {

    ClientState state();

    /** Sends a message, or drops it if there is no connection. */
    void write(ClientMessage message);

    /** The router has said where the stream goes on. */
    void welcomed();

    /** What comes on the connection can't be used; only another one can help. */
    void unusable();

    /** The router asks for so long a pause before the next connection. */
    void askedToWait(Duration delay);

    /** Does something later, whatever becomes of the connection. */
    Future<?> later(Duration delay, Runnable task);

    /** Does something later, if the connection is still the same. */
    void whileItLasts(Duration delay, Runnable task);
  }

  /** The first message of a connection. */
  ClientMessage hello() {
    return follower.hello();
  }

  void send(ClientMessage message, CompletableFuture<Answer> answer) {
    if (!outbox.hasRoom()) {
      answer.complete(new Answer.Refused("too_many_pending", "Wait for answers first"));
      return;
    }
    Future<?> end = line.later(outbox.patience(), () -> outbox.giveUp(message.id()));
    outbox.add(message, answer, end);
    if (line.state() == ClientState.LIVE) {
      line.write(message);
    }
  }

  /** Gives up every message that waits. */
  void end(String reason) {
    outbox.abandon(reason);
  }

  ClientFigures figures() {
    return new ClientFigures(connections, resumed, follower.duplicates(), follower.gaps());
  }

  void message(ServerMessage message) {
    if (message.isEvent() && line.state() == ClientState.LIVE) {
      follow(follower.event(message), () -> listener.event(message));
    } else if (message.isControl()) {
      control(message);
    } else {
      listener.direct(message);
    }
  }

  private void control(ServerMessage message) {
    Payload payload = message.payload();
    switch (message.type()) {
      case Types.WELCOME -> welcome(payload);
      case Types.ACK -> outbox.settle(payload.text("id").orElse(""), new Answer.Accepted());
      case Types.ERROR -> error(payload);
      case Types.GAP -> gap(payload);
      case Types.HEAD ->
          StreamPosition.of(payload).ifPresent(head -> follow(follower.head(head), () -> {}));
      case Types.GOING_AWAY ->
          payload.number("reconnect_after_ms").map(Duration::ofMillis).ifPresent(line::askedToWait);
      case Types.SERVICE_STATUS -> payload.text("level").ifPresent(listener::service);
      default -> {
        // It has shown that the router is there.
      }
    }
  }

  private void welcome(Payload payload) {
    Optional<StreamPosition> from = payload.object("from").flatMap(StreamPosition::of);
    if (from.isEmpty() || line.state() != ClientState.CONNECTING) {
      line.unusable();
      return;
    }
    follower.welcome(from.get());
    connections++;
    resumed += Boolean.TRUE.equals(payload.fields().get("resumed")) ? 1 : 0;
    line.welcomed();
    payload
        .object("resume_failed")
        .ifPresent(failure -> listener.lost(failure.text("reason").orElse("unknown")));
    outbox.unanswered().forEach(line::write);
  }

  private void error(Payload payload) {
    String id = payload.text("id").orElse("");
    if (outbox.find(id).isPresent() && Boolean.TRUE.equals(payload.fields().get("retryable"))) {
      Duration asked = Duration.ofMillis(payload.number("retry_after_ms").orElse(0L));
      Duration pause = asked.compareTo(outbox.pause()) > 0 ? asked : outbox.pause();
      line.whileItLasts(pause, () -> outbox.find(id).ifPresent(line::write));
    } else {
      outbox.settle(
          id,
          new Answer.Refused(
              payload.text("code").orElse("unknown"), payload.text("message").orElse("")));
    }
  }

  private void gap(Payload payload) {
    long first = payload.number("first").orElse(0L);
    long last = payload.number("last").orElse(0L);
    boolean merged = payload.number("merged_into").isPresent();
    follow(
        follower.gap(first, last),
        () -> {
          if (!merged) {
            listener.leftOut(first, last);
          }
        });
  }

  private void follow(Follower.Verdict verdict, Runnable taken) {
    switch (verdict) {
      case TAKE -> taken.run();
      case SKIP -> {}
      case RESUME -> line.unusable();
    }
  }
}
