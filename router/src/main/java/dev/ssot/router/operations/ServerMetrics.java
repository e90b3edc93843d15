package dev.ssot.router.operations;

import dev.ssot.router.DeadLetter;
import dev.ssot.router.RouterObserver;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.ErrorCode;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.ServerObserver;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what a router and its sockets tell. Every label has a bounded set of values: types are
 * those that the router has a handler for or that the protocol has, all others are one; users,
 * tenants, sessions and connections are in no label.
 */
public final class ServerMetrics implements RouterObserver, ServerObserver {

  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Set<String> types;
  private final Meter.MeterProvider<Timer> handlers;

  /**
   * Counts in a registry.
   *
   * @param types message types that have a handler
   */
  public ServerMetrics(MeterRegistry registry, Set<String> types) {
    this.registry = registry;
    this.types = Set.copyOf(types);
    handlers =
        Timer.builder(name("handler"))
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10))
            .withRegistry(registry);
  }

  @Override
  public void connectionOpened(UserKey user, ConnectionId connection) {
    count("connections.opened");
  }

  @Override
  public void connectionLost(UserKey user, ConnectionId connection) {
    count("connections.closed", "code", "lost");
  }

  @Override
  public void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {
    count("connections.closed", "code", String.valueOf(code.code()));
  }

  @Override
  public void messageAnswered(UserKey user, String type, Optional<ErrorCode> error, Duration took) {
    String outcome = error.map(ErrorCode::label).orElse("accepted");
    count("messages", "type", label(type), "outcome", outcome);
    if (!took.isZero()) {
      handlers.withTag("type", label(type)).record(took);
    }
  }

  @Override
  public void eventDecided(UserKey user, Event event, Emission outcome) {
    count(
        "events",
        "type",
        Types.isOfRuns(event.type()) ? event.type() : OTHER,
        "class",
        event.eventClass().label(),
        "outcome",
        outcome(outcome));
    if (outcome.accepted() && event.type().equals(Types.AGENT_STARTED)) {
      count("runs.started");
    } else if (outcome.accepted() && event.type().equals(Types.AGENT_COMPLETED)) {
      count("runs.ended", "status", event.payload().text("status").orElse(OTHER));
    }
  }

  @Override
  public void handlerFailed(DeadLetter letter) {
    count("dead.letters", "type", label(letter.message().type()));
  }

  @Override
  public void tickFailed(UserKey user, Throwable cause) {
    count("tick.failures");
  }

  @Override
  public void outboundFailed(UserKey user, ConnectionId connection, Throwable cause) {
    count("outbound.failures");
  }

  @Override
  public void handshakeAnswered(int status) {
    count("handshakes", "result", String.valueOf(status));
  }

  @Override
  public void ticketAnswered(int status) {
    count("tickets", "result", String.valueOf(status));
  }

  @Override
  public void handshakeTimedOut() {
    count("handshakes", "result", "timed_out");
  }

  @Override
  public void socketDropped() {
    count("handshakes", "result", "dropped");
  }

  /** A name as this program's meters have it. */
  static String name(String own) {
    return "ssot.router." + own;
  }

  private void count(String name, String... tags) {
    registry.counter(name(name), tags).increment();
  }

  private String label(String type) {
    return types.contains(type) || Types.isControl(type) ? type : OTHER;
  }

  private static String outcome(Emission outcome) {
    return outcome instanceof Emission.Refused refused
        ? refused.reason().name().toLowerCase(Locale.ROOT)
        : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
