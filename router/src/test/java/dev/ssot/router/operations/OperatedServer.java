package dev.ssot.router.operations;

import dev.ssot.router.Attachment;
import dev.ssot.router.Connection;
import dev.ssot.router.Handler;
import dev.ssot.router.Handshake;
import dev.ssot.router.Outbound;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.limits.HandlerLimits;
import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.limits.Rate;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.RouterServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A real server with its operations port, a handler that throws, and a log that can be away. */
final class OperatedServer implements AutoCloseable {

  static final OperationsLimits LIMITS =
      new OperationsLimits(
          4, Duration.ofSeconds(20), 2_048, 2, Duration.ofSeconds(10), new Rate(20, 5));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final RouterServer server;
  private final Desk desk;
  private final OperationsServer operations;

  OperatedServer() {
    InMemoryEventLog log = new InMemoryEventLog(RouterLimits.standard().log(), "e");
    server = server(log);
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    desk = new Desk(server, log, registry, LIMITS, clock);
    operations = port(LIMITS);
  }

  private RouterServer server(InMemoryEventLog log) {
    Handler broken =
        (context, message) -> {
          throw new IllegalStateException("hunter2");
        };
    RouterLimits limits = RouterLimits.standard();
    HandlerLimits rests = new HandlerLimits(64, 16, Duration.ofSeconds(30), 1, Duration.ofHours(1));
    Routes routes =
        Routes.builder()
            .handle("break", broken)
            .handle("fine", (context, message) -> Reply.accepted())
            .build();
    ServerMetrics metrics = new ServerMetrics(registry, routes.types());
    return RouterServer.builder(limits.withInbound(limits.inbound().withHandlers(rests)))
        .authenticator((credential, now) -> new Authentication.Denied("Nobody"))
        .log(new AbsentLog(log, away))
        .routes(routes)
        .observer(metrics)
        .handshakes(metrics)
        .start();
  }

  OperationsServer port(OperationsLimits limits) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new OperationsServer(any, Set.of("ops.example"), limits, desk);
  }

  @Override
  public void close() {
    operations.close();
    server.close();
    desk.close();
  }

  String get(String path) throws IOException {
    return Raw.get(operations.port(), path);
  }

  int statusOf(String request) throws IOException {
    return Raw.status(Raw.say(operations.port(), request));
  }

  Connection attach(String user, String id) {
    return attach(new UserKey("acme", user), id);
  }

  private Connection attach(UserKey user, String id) {
    Outbound sink =
        new Outbound() {
          @Override
          public boolean write(ServerFrame frame) {
            return false;
          }

          @Override
          public void flush() {}

          @Override
          public void close(CloseCode code, String reason) {}
        };
    Handshake handshake = Handshake.of(user, new ConnectionId(id));
    return ((Attachment.Attached) server.router().attach(handshake, sink)).connection();
  }

  /** Has a handler throw for a user of a tenant whose breaker is still closed. */
  void breakOnce(UserKey user, String id) {
    Connection connection = attach(user, id);
    connection.receive(ClientMessage.hello());
    int before = server.router().deadLetters().size();
    connection.receive(ClientMessage.of("break", "m-1", Payload.of(Map.of("pin", "hunter2"))));
    while (server.router().deadLetters().size() == before) {
      Thread.onSpinWait();
    }
  }

  /** Has every look at the metrics wait until {@code end}. */
  void metricsWaitFor(CountDownLatch end) {
    Gauge.builder("waits", () -> waited(end)).register(registry);
  }

  private static double waited(CountDownLatch end) {
    try {
      end.await();
      return 1;
    } catch (InterruptedException stopped) {
      return 0;
    }
  }

  RouterServer server() {
    return server;
  }

  int port() {
    return operations.port();
  }

  /** Has the log fail from now on, or not any more. */
  void logIsAway(boolean isAway) {
    away.set(isAway);
  }

  /** Has the operations port think that it is later. */
  void isLaterBy(Duration time) {
    ahead.set(time);
  }

  static Event event() {
    return Event.of("note", EventClass.CRITICAL, Payload.empty());
  }
}
