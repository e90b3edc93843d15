package dev.ssot.router.program;

import dev.ssot.router.auth.JwtAuthenticator;
import dev.ssot.router.config.RouterConfig;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.operations.Desk;
import dev.ssot.router.operations.Journal;
import dev.ssot.router.operations.JournalObserver;
import dev.ssot.router.operations.Observers;
import dev.ssot.router.operations.OperationsServer;
import dev.ssot.router.operations.ServerMetrics;
import dev.ssot.router.server.RouterServer;
import dev.ssot.router.server.ServerBuilder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A server with its application and its operations port, from the first to the last. */
final class Standalone implements AutoCloseable {

  private final RouterConfig config;
  private final Applications.Loaded loaded;
  private final Journal journal;
  private final InMemoryEventLog log;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RouterServer server;
  private final Desk desk;
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private final OperationsServer operations;

  private Standalone(
      RouterConfig config, Applications.Loaded loaded, Journal journal, ServerBuilder builder) {
    this.config = config;
    this.loaded = loaded;
    this.journal = journal;
    log = new InMemoryEventLog(config.limits().log(), UUID.randomUUID().toString());
    Observers observers =
        new Observers(
            new ServerMetrics(registry, loaded.routes().types()), new JournalObserver(journal));
    server =
        builder
            .log(log)
            .routes(loaded.routes())
            .rules(loaded.rules())
            .observer(observers)
            .handshakes(observers)
            .start();
    InstantSource clock = InstantSource.system();
    desk = new Desk(server, log, registry, config.operations().limits(), clock);
    operations = operations();
  }

  /** What is common to all servers of a configuration; reads the files that it names. */
  static ServerBuilder prepared(RouterConfig config) {
    JwtAuthenticator tokens =
        new JwtAuthenticator(
            config.tokens(),
            config.limits().transport().auth(),
            config.limits().inbound().messages());
    RouterConfig.Listening listening = config.listening();
    ServerBuilder builder =
        RouterServer.builder(config.limits())
            .address(listening.address())
            .path(listening.path())
            .origins(listening.origins())
            .cookie(config.cookie())
            .authenticator(tokens);
    listening.tickets().ifPresent(builder::tickets);
    listening.tls().ifPresent(tls -> builder.tls(tls.certificates(), tls.key()));
    return builder;
  }

  /** Starts everything, or nothing. */
  static Standalone start(
      RouterConfig config, Applications.Loaded loaded, Journal journal, ServerBuilder builder) {
    Standalone standalone = built(config, loaded, journal, builder);
    boolean started = false;
    try {
      loaded.application().started(standalone.server.router());
      standalone.tickJournal();
      started = true;
      return standalone;
    } finally {
      if (!started) {
        standalone.close();
      }
    }
  }

  private static Standalone built(
      RouterConfig config, Applications.Loaded loaded, Journal journal, ServerBuilder builder) {
    boolean built = false;
    try {
      Standalone standalone = new Standalone(config, loaded, journal, builder);
      built = true;
      return standalone;
    } finally {
      if (!built) {
        loaded.application().close();
      }
    }
  }

  private void tickJournal() {
    long every = config.limits().transport().tick().toNanos();
    var unused = ticker.scheduleWithFixedDelay(journal::tick, every, every, TimeUnit.NANOSECONDS);
  }

  private OperationsServer operations() {
    boolean listens = false;
    try {
      RouterConfig.Operations where = config.operations();
      OperationsServer port =
          new OperationsServer(where.address(), where.hosts(), where.limits(), desk);
      listens = true;
      return port;
    } finally {
      if (!listens) {
        server.close();
        desk.close();
      }
    }
  }

  /** Says where it listens. */
  void announce() {
    RouterConfig.Listening listening = config.listening();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", ProgramVersion.number());
    fields.put("address", listening.address().getAddress().getHostAddress());
    fields.put("port", server.port());
    fields.put("path", listening.path());
    listening.tickets().ifPresent(where -> fields.put("tickets", where));
    fields.put("tls", listening.tls().isPresent());
    fields.put("operations_port", operations.port());
    fields.put("application", loaded.name());
    fields.put("types", server.router().routes().types());
    fields.put("pid", ProcessHandle.current().pid());
    journal.say(Level.INFO, "started", fields);
  }

  /**
   * Goes away politely.
   *
   * @return whether everything was finished in time
   */
  boolean drain() throws InterruptedException {
    journal.say(
        Level.INFO,
        "draining",
        Map.of(
            "connections", server.router().census().connections(),
            "open_runs", server.router().census().openRuns(),
            "deadline_ms", config.limits().drain().deadline().toMillis()));
    return server.drain();
  }

  /** Ends what is left. */
  @Override
  public void close() {
    server.close();
    loaded.application().close();
    operations.close();
    desk.close();
    ticker.shutdownNow();
  }
}
