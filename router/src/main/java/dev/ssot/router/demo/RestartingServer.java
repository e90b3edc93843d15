package dev.ssot.router.demo;

import dev.ssot.router.RouterObserver;
import dev.ssot.router.Routes;
import dev.ssot.router.demo.agent.ScriptedAgent;
import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.server.RouterServer;
import dev.ssot.router.server.ServerBuilder;
import dev.ssot.router.wire.PayloadSchema;
import dev.ssot.router.wire.ProtocolSchemas;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A router's server that can be drained and started again. The log outlives it, as a log outside of
 * the process would, so that clients resume on the next one where they were. Thread-safe.
 */
final class RestartingServer implements AutoCloseable {

  static final String PATH = "/ws";

  private final DemoLimits limits;
  private final Tickets tickets;
  private final ScriptedAgent agent;
  private final EventLog log;
  private final AtomicReference<@Nullable RouterServer> current = new AtomicReference<>();
  private final AtomicBoolean restarting = new AtomicBoolean();
  private @Nullable ServerBuilder builder;

  RestartingServer(DemoLimits limits, Tickets tickets, ScriptedAgent agent) {
    this.limits = limits;
    this.tickets = tickets;
    this.agent = agent;
    log = new InMemoryEventLog(limits.router().log(), UUID.randomUUID().toString());
  }

  /** Starts to listen, at a free port that only this machine reaches. */
  synchronized void start(Set<String> origins, RouterObserver observer) {
    ServerBuilder parts =
        RouterServer.builder(limits.router())
            .path(PATH)
            .origins(origins)
            .authenticator(tickets.office())
            .routes(Routes.builder().handle("user_message", agent).build())
            .rules(ProtocolSchemas.builder().message("user_message", question()).build())
            .observer(observer)
            .log(log);
    current.set(parts.start());
    builder = parts;
  }

  /** The server that runs now, unless it is going away. */
  Optional<RouterServer> running() {
    return Optional.ofNullable(current.get());
  }

  /** Where it listens. */
  OptionalInt port() {
    return running().map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
  }

  /** Claims the next {@link #restart}, which has to follow; false if one is under way. */
  boolean claimRestart() {
    return running().isPresent() && restarting.compareAndSet(false, true);
  }

  /** Drains the server that runs now, ends it, and starts another one. */
  synchronized void restart() {
    ServerBuilder parts = builder;
    try {
      if (drain() && parts != null) {
        current.set(parts.start());
      }
    } finally {
      restarting.set(false);
    }
  }

  /** Drains and ends; nothing is started any more. */
  @Override
  public synchronized void close() {
    builder = null;
    drain();
  }

  private boolean drain() {
    RouterServer leaving = current.getAndSet(null);
    if (leaving != null) {
      leaving.close();
    }
    return leaving != null;
  }

  private PayloadSchema question() {
    return PayloadSchema.parse(
        """
        {"type": "object", "required": ["text"],
         "properties": {"text": {"type": "string", "minLength": 1, "maxLength": %d}}}
        """
            .formatted(limits.agent().questionLength()));
  }
}
