package dev.ssot.router.client;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection to a router that lasts: it connects again as often as need be, resumes where it was,
 * and sends again what was not answered, with the same ids. Safe for use by several threads.
 */
public final class RouterClient implements AutoCloseable {

  private final String name = "c-" + UUID.randomUUID() + "-";
  private final AtomicLong sent = new AtomicLong();
  private final Mailbox mailbox;
  private final ClientLoop loop;

  private RouterClient(ClientRuntime runtime, ClientSettings settings, ClientListener listener) {
    mailbox = runtime.mailbox();
    loop = new ClientLoop(runtime, settings, listener, mailbox);
  }

  /** Begins to connect. */
  public static RouterClient start(
      ClientRuntime runtime, ClientSettings settings, ClientListener listener) {
    RouterClient client = new RouterClient(runtime, settings, listener);
    client.mailbox.execute(client.loop::connect);
    return client;
  }

  /** Sends a message outside of any session. */
  public CompletableFuture<Answer> send(String type, Payload payload) {
    return send(type, "", payload);
  }

  /** Sends a message, now or when there is a connection; the answer always comes. */
  public CompletableFuture<Answer> send(String type, String session, Payload payload) {
    ClientMessage message =
        ClientMessage.of(type, name + sent.incrementAndGet(), payload).inSession(session);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    mailbox.execute(() -> loop.send(message, answer));
    return answer;
  }

  /** Shows a fresh token on the open connection; on later ones the credential is asked anyway. */
  public CompletableFuture<Answer> renew(String token) {
    return send("auth", Payload.of(Map.of("token", token)));
  }

  /** What the client has seen so far. */
  public CompletableFuture<ClientFigures> figures() {
    CompletableFuture<ClientFigures> figures = new CompletableFuture<>();
    mailbox.execute(() -> figures.complete(loop.figures()));
    return figures;
  }

  /** Loses the connection as if the network had failed; the client connects again. */
  void cut() {
    mailbox.execute(loop::cut);
  }

  /** Ends the client; what is unanswered becomes {@link Answer.Unknown}. */
  @Override
  public void close() {
    mailbox.execute(loop::end);
  }
}
