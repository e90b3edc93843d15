package dev.ssot.router;

import dev.ssot.router.guard.Guards;
import dev.ssot.router.limits.RouterLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** What all users of one router share. Safe for use by several threads. */
final class Core {

  private final RouterLimits limits;
  private final InstantSource clock;
  private final WatchedLog log;
  private final Executor handlers;
  private final Executor writers;
  private final RouterObserver observer;
  private final Routes routes;
  private final PayloadRules rules;
  private final Optional<SessionRefresh> refresh;
  private final Guards guards;
  private final DeadLetters deadLetters;
  private final ConnectionTable connections;
  private final Service service;
  private final Topics topics = new Topics();
  private final PromptWork prompt = new PromptWork();

  Core(MessageRouter.Builder parts) {
    limits = parts.limits();
    clock = parts.clock();
    log = new WatchedLog(parts.log());
    handlers = parts.handlers();
    writers = parts.writers();
    observer = parts.observer();
    routes = parts.routes();
    rules = parts.rules();
    refresh = parts.refresh();
    guards = new Guards(limits.inbound().handlers());
    deadLetters = new DeadLetters(limits.inbound().deadLetters());
    connections = new ConnectionTable(limits.connections());
    service = new Service(limits.drain());
  }

  RouterLimits limits() {
    return limits;
  }

  Instant now() {
    return clock.instant();
  }

  WatchedLog log() {
    return log;
  }

  Routes routes() {
    return routes;
  }

  PayloadRules rules() {
    return rules;
  }

  Optional<SessionRefresh> refresh() {
    return refresh;
  }

  Guards guards() {
    return guards;
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  ConnectionTable connections() {
    return connections;
  }

  Topics topics() {
    return topics;
  }

  Service service() {
    return service;
  }

  /**
   * Has a handler's work done, by the executor unless the handler is prompt.
   *
   * @return whether that is done or will be
   */
  boolean handle(Work work) {
    try {
      (routes.isPrompt(work.message().type()) ? prompt : handlers).execute(work);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  /** Has frames written; by the caller itself if the executor takes no more, as it never blocks. */
  void write(Outbound outbound, Runnable drain) {
    try {
      outbound.writer(writers).execute(drain);
    } catch (RejectedExecutionException full) {
      drain.run();
    }
  }

  boolean isObserved() {
    return observer != RouterObserver.NONE;
  }

  /** Tells the observer; whatever it throws is its own business. */
  void tell(Consumer<RouterObserver> news) {
    try {
      news.accept(observer);
    } catch (RuntimeException ignored) {
      // An observer must not change what the router does.
    }
  }
}
