package dev.ssot.router.demo;

import dev.ssot.router.client.ClientListener;
import dev.ssot.router.client.ClientRuntime;
import dev.ssot.router.client.ClientSettings;
import dev.ssot.router.client.ClientState;
import dev.ssot.router.client.RouterClient;
import dev.ssot.router.limits.ClientLimits;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.wire.ServerMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the page does, with the Java client: tickets, one device, buttons. */
final class DemoBrowser implements ClientListener, AutoCloseable {

  /** Only a fail-safe. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final ClientLimits IMPATIENT =
      new ClientLimits(
          16,
          Duration.ofMinutes(1),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  private final URI address;
  private final String user;
  private final String device;
  private final HttpClient http = HttpClient.newHttpClient();
  private final RouterClient client;
  private final List<ServerMessage> events = new ArrayList<>();
  private int timesLive;

  DemoBrowser(Demo demo, ClientRuntime runtime, String user, String device) {
    address = demo.address();
    this.user = user;
    this.device = device;
    URI router = URI.create("ws://%s/ws".formatted(address.getAuthority()));
    client =
        RouterClient.start(
            runtime, ClientSettings.of(router, this::ticket).withLimits(IMPATIENT), this);
  }

  private String ticket() {
    try {
      return "ssot.ticket." + press("ticket").body();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Presses a button for this device. */
  HttpResponse<String> press(String button) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/controls/" + button))
            .header("Origin", "http://" + address.getAuthority())
            .header(Gate.KEY_HEADER, address.getFragment().substring("key=".length()))
            .POST(BodyPublishers.ofString("user=%s&device=%s".formatted(user, device)))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  void ask(String question) {
    var unused =
        client.send("user_message", "a-session-of-" + user, Payload.of(Map.of("text", question)));
  }

  @Override
  public synchronized void event(ServerMessage event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized void state(ClientState state) {
    timesLive += state == ClientState.LIVE ? 1 : 0;
    notifyAll();
  }

  synchronized List<ServerMessage> events() {
    return List.copyOf(events);
  }

  List<String> types() {
    return events().stream().map(ServerMessage::type).toList();
  }

  /** The last event of this type. */
  ServerMessage last(String type) {
    return events().stream()
        .filter(event -> event.type().equals(type))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  void awaitLive(int times) throws InterruptedException {
    await(() -> timesLive >= times);
  }

  void awaitEvents(String type, int count) throws InterruptedException {
    await(() -> events.stream().filter(event -> event.type().equals(type)).count() >= count);
  }

  private synchronized void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Waited in vain; live %d times, %s".formatted(timesLive, events));
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
