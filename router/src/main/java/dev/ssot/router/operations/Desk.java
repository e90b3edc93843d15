package dev.ssot.router.operations;

import dev.ssot.router.limits.OperationsLimits;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.server.RouterServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what the operations port can be asked. Safe for use by several threads. */
public final class Desk implements AutoCloseable {

  private static final int GOOD = 200;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;

  private final RouterServer server;
  private final PrometheusMeterRegistry registry;
  private final OperationsLimits limits;
  private final InstantSource clock;
  private final ServerFigures figures;
  private final Pages pages;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** Speaks of a server, whose events are in {@code log} and whose meters in {@code registry}. */
  public Desk(
      RouterServer server,
      InMemoryEventLog log,
      PrometheusMeterRegistry registry,
      OperationsLimits limits,
      InstantSource clock) {
    this.server = server;
    this.registry = registry;
    this.limits = limits;
    this.clock = clock;
    figures = new ServerFigures(server, log, registry);
    pages = new Pages(server.router(), limits.pageSize());
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** What can be said at once, without a look at every user. */
  Optional<Answer> atOnce(String path) {
    return switch (path) {
      case "/health" -> Optional.of(health());
      case "/ready" -> Optional.of(ready());
      default -> Optional.empty();
    };
  }

  /** What takes a look at every user. */
  Answer answer(String path, Map<String, List<String>> query) {
    if (path.equals("/metrics")) {
      figures.refresh();
      return Answer.metrics(registry.scrape());
    }
    return pages
        .answer(path, query)
        .orElseGet(
            () ->
                Answer.refusal(
                    NOT_FOUND, "Nothing is here; ask /health, /ready, /metrics or /inspect"));
  }

  /** A server whose time stands still does nothing that is promised. */
  private Answer health() {
    Instant last = server.lastTick();
    boolean stuck = clock.instant().isAfter(last.plus(limits.stuckAfter()));
    return Answer.json(stuck ? UNAVAILABLE : GOOD, Map.of("status", stuck ? "stuck" : "up"));
  }

  private Answer ready() {
    ServiceLevel level = server.router().level();
    List<String> reasons =
        switch (level) {
          case FULL -> List.of();
          case LOCAL_ONLY -> List.of("the log is away");
          case DRAINING -> List.of("draining");
          case STOPPED -> List.of("stopped");
        };
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("ready", reasons.isEmpty());
    page.put("level", level.label());
    page.put("reasons", reasons);
    return Answer.json(reasons.isEmpty() ? GOOD : UNAVAILABLE, page);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
