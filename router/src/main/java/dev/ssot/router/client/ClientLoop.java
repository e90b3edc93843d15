package dev.ssot.router.client;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.wire.ClientMessageCodec;
import dev.ssot.router.wire.Decoded;
import dev.ssot.router.wire.ServerFrameCodec;
import dev.ssot.router.wire.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
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

  /** The network failed. */
  private static final int ABNORMAL = 1006;

  private final ClientRuntime runtime;
  private final ClientSettings settings;
  private final ClientListener listener;
  private final Mailbox mailbox;
  private final ClientMessageCodec messages;
  private final ServerFrameCodec frames;
  private final Link.Route route;
  private final CurrentLine line = new CurrentLine();
  private final Conversation conversation;
  private final Backoff backoff;
  private ClientState state = ClientState.WAITING;
  private long attempt;
  private Instant lastFrame = Instant.MIN;
  private Instant liveSince = Instant.MIN;
  private @Nullable Link link;

  ClientLoop(
      ClientRuntime runtime, ClientSettings settings, ClientListener listener, Mailbox mailbox) {
    this.runtime = runtime;
    this.settings = settings;
    this.listener = listener;
    this.mailbox = mailbox;
    messages = new ClientMessageCodec(settings.router().transport().json(), runtime.writer());
    frames = new ServerFrameCodec(settings.router());
    conversation = new Conversation(settings.limits(), listener, line);
    backoff = new Backoff(settings.limits(), settings.random());
    route =
        new Link.Route(
            runtime.loops(),
            runtime.sockets(),
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
      lost(own, ABNORMAL);
    }
  }

  void send(ClientMessage message, CompletableFuture<Answer> answer) {
    if (state == ClientState.CLOSED) {
      answer.complete(new Answer.Unknown("The client has ended"));
    } else {
      conversation.send(message, answer);
    }
  }

  ClientFigures figures() {
    return conversation.figures();
  }

  void cut() {
    if (state == ClientState.LIVE) {
      lost(attempt, ABNORMAL);
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
    conversation.end(reason);
  }

  private void giveUpIfStillConnecting(long own) {
    if (state == ClientState.CONNECTING) {
      lost(own, ABNORMAL);
    }
  }

  /** The connection of an attempt is of no more use; another one is tried after a pause. */
  private void lost(long own, int code) {
    if (own != attempt || state == ClientState.WAITING || state == ClientState.CLOSED) {
      return;
    }
    Link open = link;
    link = null;
    if (open != null) {
      open.abort();
    }
    attempt++;
    backoff.ended(code, Duration.between(liveSince, settings.clock().instant()));
    enter(ClientState.WAITING);
    later(backoff.next(), this::connect);
  }

  private void text(String text) {
    lastFrame = settings.clock().instant();
    if (frames.read(text) instanceof Decoded.Message<ServerMessage> good) {
      conversation.message(good.message());
    } else {
      line.unusable();
    }
  }

  private void welcomed() {
    backoff.succeeded();
    liveSince = settings.clock().instant();
    enter(ClientState.LIVE);
    line.whileItLasts(settings.limits().pingAfter(), this::watch);
  }

  /** Asks a router that has been silent whether it is there, and gives it up if it says nothing. */
  private void watch() {
    Duration silent = Duration.between(lastFrame, settings.clock().instant());
    if (silent.compareTo(settings.limits().silence()) >= 0) {
      lost(attempt, ABNORMAL);
      return;
    }
    if (silent.compareTo(settings.limits().pingAfter()) >= 0) {
      write(ClientMessage.of(Types.PING, "", Payload.empty()));
    }
    line.whileItLasts(
        settings.limits().silence().minus(settings.limits().pingAfter()), this::watch);
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
    var unused = line.later(delay, task);
  }

  private void runIfCurrent(long own, Runnable task) {
    if (own == attempt) {
      task.run();
    }
  }

  /** The connection of the latest attempt, as the conversation on it sees it. */
  private final class CurrentLine implements Conversation.Line {

    @Override
    public ClientState state() {
      return state;
    }

    @Override
    public void write(ClientMessage message) {
      ClientLoop.this.write(message);
    }

    @Override
    public void welcomed() {
      ClientLoop.this.welcomed();
    }

    @Override
    public void unusable() {
      lost(attempt, CloseCode.PROTOCOL.code());
    }

    @Override
    public void askedToWait(Duration delay) {
      backoff.ask(delay);
    }

    @Override
    public Future<?> later(Duration delay, Runnable task) {
      return runtime.later(delay, () -> mailbox.execute(task));
    }

    @Override
    public void whileItLasts(Duration delay, Runnable task) {
      long own = attempt;
      ClientLoop.this.later(delay, () -> runIfCurrent(own, task));
    }
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
            write(conversation.hello());
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
              lost(own, code);
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
              lost(own, ABNORMAL);
            }
          });
    }

    private void execute(Runnable task) {
      var unused = post(task);
    }

    private CompletionStage<?> post(Runnable task) {
      return mailbox.post(() -> runIfCurrent(own, task));
    }
  }
}
