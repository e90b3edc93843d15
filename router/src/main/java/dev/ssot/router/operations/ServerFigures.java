package dev.ssot.router.operations;

import dev.ssot.router.ConnectionFigures;
import dev.ssot.router.MessageRouter;
import dev.ssot.router.RouterCensus;
import dev.ssot.router.guard.GuardFigures;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.server.RouterServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a server holds, looked at once for each scrape and not once for each meter. Safe for use by
 * several threads.
 */
final class ServerFigures {

  private final RouterServer server;
  private final InMemoryEventLog log;
  private volatile Moment moment;

  ServerFigures(RouterServer server, InMemoryEventLog log, MeterRegistry registry) {
    this.server = server;
    this.log = log;
    moment = look();
    register(registry);
  }

  /** What was seen at one look. */
  private record Moment(
      RouterCensus census,
      ServiceLevel level,
      Queues queues,
      List<GuardFigures> guards,
      long unsent,
      LogSize log) {}

  /** What waits for readers. */
  record Queues(long events, long longest, long controls) {

    static Queues of(MessageRouter router) {
      List<ConnectionFigures> all = router.inspection().connections().toList();
      return new Queues(
          all.stream().mapToLong(ConnectionFigures::eventsBehind).sum(),
          all.stream().mapToLong(ConnectionFigures::eventsBehind).max().orElse(0),
          all.stream().mapToLong(ConnectionFigures::controlsWaiting).sum());
    }
  }

  private record LogSize(long bytes, long events, long streams) {}

  /** Looks at the server; what the meters say is of this moment until the next look. */
  void refresh() {
    moment = look();
  }

  private Moment look() {
    MessageRouter router = server.router();
    return new Moment(
        router.census(),
        router.level(),
        Queues.of(router),
        router.inspection().guards(),
        server.unsentBytes(),
        new LogSize(log.bytes(), log.events(), log.streams()));
  }

  private void register(MeterRegistry registry) {
    gauge(registry, "connections", at -> at.census().connections());
    gauge(registry, "users", at -> at.census().users());
    gauge(registry, "runs.open", at -> at.census().openRuns());
    gauge(registry, "messages.in.flight", at -> at.census().inFlight());
    gauge(registry, "messages.remembered", at -> at.census().rememberedIds());
    gauge(registry, "topics", at -> at.census().topics());
    gauge(registry, "dead.letters.kept", at -> at.census().deadLetters());
    gauge(registry, "queue.events", at -> at.queues().events());
    gauge(registry, "queue.events.longest", at -> at.queues().longest());
    gauge(registry, "queue.controls", at -> at.queues().controls());
    gauge(registry, "unsent.bytes", Moment::unsent);
    gauge(registry, "log.bytes", at -> at.log().bytes());
    gauge(registry, "log.events", at -> at.log().events());
    gauge(registry, "log.streams", at -> at.log().streams());
    for (ServiceLevel level : ServiceLevel.values()) {
      labelled(registry, "level", level.label(), at -> at.level() == level ? 1 : 0);
    }
    Arrays.stream(GuardFigures.Breaker.values())
        .forEach(
            state ->
                labelled(
                    registry,
                    "breakers",
                    state.name().toLowerCase(Locale.ROOT),
                    at -> at.guards().stream().filter(one -> one.breaker() == state).count()));
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Moment> value) {
    Gauge.builder(ServerMetrics.name(name), this, figures -> value.applyAsDouble(figures.moment))
        .register(registry);
  }

  private void labelled(
      MeterRegistry registry, String name, String label, ToDoubleFunction<Moment> value) {
    Gauge.builder(ServerMetrics.name(name), this, figures -> value.applyAsDouble(figures.moment))
        .tag("state", label)
        .register(registry);
  }
}
