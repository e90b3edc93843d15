package dev.ssot.router.client;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.StreamPosition;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.wire.ClientMessageCodec;
import dev.ssot.router.wire.Decoded;
import dev.ssot.router.wire.ServerFrameCodec;
import dev.ssot.router.wire.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a client does, one thing at a time: all of it is run by the client's mailbox. Every attempt
 * to connect has a number, and what comes from an earlier one is not looked at.
 */
final class ClientLoop {

  /** Refusals that the next attempt would meet again. */
  private static final Set<Integer> FINAL_STATUS = Set.of(400, 401, 403, 404, 426);

  /** Protocol broken, and replaced by a newer connection of the user. */
  private static final Set<Integer> FINAL_CODE =
      Set.of(1002, 1003, 1007, 1009, CloseCode.PROTOCOL.code(), CloseCode.REPLACED.code());

  private final ClientRuntime runtime;
  private final ClientSettings settings;
  private final ClientListener listener;
  private final Mailbox mailbox;
  private final ClientMessageCodec messages;
  private final ServerFrameCodec frames;
  private final Link.Route route;
  private final Follower follower = new Follower();
  private final Outbox outbox;
  private final Backoff backoff;
  private ClientState state = ClientState.WAITING;
  private long attempt;
  private long connections;
  private long resumed;
  private Instant lastFrame = Instant.MIN;
  private @Nullable Link link;

  ClientLoop(
      ClientRuntime runtime, ClientSettings settings, ClientListener listener, Mailbox mailbox) {
    this.runtime = runtime;
    this.settings = settings;
    this.listener = listener;
    this.mailbox = mailbox;
    messages = new ClientMessageCodec(settings.router().transport().json());
    frames = new ServerFrameCodec(settings.router());
    outbox = new Outbox(settings.limits());
    backoff = new Backoff(settings.limits(), settings.random());
    route =
        new Link.Route(
            runtime.loops(),
            settings.tls(),
            settings.address(),
            settings.limits().connectWithin(),
            frames.longestFrame());
  }

  void connect() {
    if (state != ClientState.WAITING) {
      return;
    }
    enter(ClientState.CONNECTING);
    long own = ++attempt;
    later(settings.limits().connectWithin(), () -> giveUpIfStillConnecting(own));
    try {
      Link.open(route, settings.credential().get(), new Attempt(own));
    } catch (RuntimeException noCredential) {
      lost(own);
    }
  }

  void send(ClientMessage message, CompletableFuture<Answer> answer) {
    if (state == ClientState.CLOSED) {
      answer.complete(new Answer.Unknown("The client has ended"));
    } else if (!outbox.add(message, answer, settings.clock().instant())) {
      answer.complete(new Answer.Refused("too_many_pending", "Wait for answers first"));
    } else if (state == ClientState.LIVE) {
      write(message);
    }
  }

  ClientFigures figures() {
    return new ClientFigures(connections, resumed, follower.duplicates(), follower.gaps());
  }

  void cut() {
    if (state == ClientState.LIVE) {
      lost(attempt);
    }
  }

  void end() {
    if (state != ClientState.CLOSED) {
      Link open = link;
      if (open != null) {
        open.close();
      }
      finish("The client was closed");
    }
  }

  private void finish(String reason) {
    attempt++;
    link = null;
    enter(ClientState.CLOSED);
    outbox.abandon(reason);
  }

  private void giveUpIfStillConnecting(long own) {
    if (state == ClientState.CONNECTING) {
      lost(own);
    }
  }

  /** The connection of an attempt is of no more use. */
  private void lost(long own) {
    if (own != attempt || state == ClientState.WAITING || state == ClientState.CLOSED) {
      return;
    }
    Link open = link;
    link = null;
    if (open != null) {
      open.abort();
    }
    attempt++;
    enter(ClientState.WAITING);
    later(backoff.next(), this::connect);
  }

  private void text(String text) {
    lastFrame = settings.clock().instant();
    if (frames.read(text) instanceof Decoded.Message<ServerMessage> good) {
      message(good.message());
    } else {
      lost(attempt);
    }
  }

  private void message(ServerMessage message) {
    if (message.isEvent() && state == ClientState.LIVE) {
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
          payload.number("reconnect_after_ms").map(Duration::ofMillis).ifPresent(backoff::ask);
      case Types.SERVICE_STATUS -> payload.text("level").ifPresent(listener::service);
      default -> lastFrame = settings.clock().instant();
    }
  }

  private void welcome(Payload payload) {
    Optional<StreamPosition> from = payload.object("from").flatMap(StreamPosition::of);
    if (from.isEmpty() || state != ClientState.CONNECTING) {
      lost(attempt);
      return;
    }
    follower.welcome(from.get());
    backoff.succeeded();
    connections++;
    resumed += Boolean.TRUE.equals(payload.fields().get("resumed")) ? 1 : 0;
    enter(ClientState.LIVE);
    payload
        .object("resume_failed")
        .ifPresent(failure -> listener.lost(failure.text("reason").orElse("unknown")));
    outbox.unanswered(settings.clock().instant()).forEach(this::write);
    long own = attempt;
    later(settings.limits().pingAfter(), () -> watch(own));
  }

  private void error(Payload payload) {
    String id = payload.text("id").orElse("");
    Optional<ClientMessage> again = outbox.find(id);
    if (again.isPresent() && Boolean.TRUE.equals(payload.fields().get("retryable"))) {
      Duration asked = Duration.ofMillis(payload.number("retry_after_ms").orElse(0L));
      Duration pause = asked.compareTo(outbox.pause()) > 0 ? asked : outbox.pause();
      long own = attempt;
      later(pause, () -> sendAgain(own, id));
    } else {
      outbox.settle(
          id,
          new Answer.Refused(
              payload.text("code").orElse("unknown"), payload.text("message").orElse("")));
    }
  }

  private void sendAgain(long own, String id) {
    if (own == attempt && state == ClientState.LIVE) {
      outbox.find(id).ifPresent(this::write);
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
      case RESUME -> lost(attempt);
    }
  }

  /** Asks a router that has been silent whether it is there, and gives it up if it says nothing. */
  private void watch(long own) {
    if (own != attempt || state != ClientState.LIVE) {
      return;
    }
    Duration silent = Duration.between(lastFrame, settings.clock().instant());
    if (silent.compareTo(settings.limits().silence()) >= 0) {
      lost(own);
      return;
    }
    if (silent.compareTo(settings.limits().pingAfter()) >= 0) {
      write(ClientMessage.of(Types.PING, "", Payload.empty()));
    }
    later(settings.limits().silence().minus(settings.limits().pingAfter()), () -> watch(own));
  }

  private void write(ClientMessage message) {
    Link open = link;
    if (open != null) {
      open.send(new String(messages.write(message), StandardCharsets.UTF_8));
    }
  }

  private void enter(ClientState next) {
    state = next;
    listener.state(next);
  }

  private void later(Duration delay, Runnable task) {
    runtime.later(delay, () -> mailbox.execute(task));
  }

  /** Tells the loop what happens on the connection of one attempt, in its turn. */
  private final class Attempt implements Link.Events {

    private final long own;

    Attempt(long own) {
      this.own = own;
    }

    @Override
    public void opened(Link opened) {
      execute(
          () -> {
            link = opened;
            write(follower.hello());
          });
    }

    @Override
    public CompletionStage<?> text(String text) {
      return post(() -> ClientLoop.this.text(text));
    }

    @Override
    public void alive() {
      execute(() -> lastFrame = settings.clock().instant());
    }

    @Override
    public void closed(int code, String reason) {
      execute(
          () -> {
            if (FINAL_CODE.contains(code)) {
              finish("The router closed the connection with " + code);
            } else {
              lost(own);
            }
          });
    }

    @Override
    public void refused(int status) {
      execute(
          () -> {
            if (FINAL_STATUS.contains(status)) {
              finish("The router refuses the connection with " + status);
            } else {
              lost(own);
            }
          });
    }

    private void execute(Runnable task) {
      var unused = post(task);
    }

    private CompletionStage<?> post(Runnable task) {
      return mailbox.post(
          () -> {
            if (own == attempt) {
              task.run();
            }
          });
    }
  }
}
