package dev.ssot.router.demo;

import dev.ssot.router.RouterObserver;
import dev.ssot.router.demo.agent.ScriptedAgent;
import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.server.RouterServer;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What can go wrong at the press of a button, for real. Thread-safe. */
final class Mishaps implements RouterObserver, AutoCloseable {

  private final DemoLimits limits;
  private final RestartingServer server;
  private final Lines lines;
  private final ScriptedAgent agent;
  private final Map<UserKey, Device> stalled = new ConcurrentHashMap<>();
  private final ExecutorService chores =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "ssot-demo-chore");
            thread.setDaemon(true);
            return thread;
          });

  Mishaps(DemoLimits limits, RestartingServer server, Lines lines, ScriptedAgent agent) {
    this.limits = limits;
    this.server = server;
    this.lines = lines;
    this.agent = agent;
  }

  /** Resets the connection of a device. */
  Answer cut(Device device) {
    return lines.cut(device) > 0
        ? Answer.ok("The connection was reset.")
        : conflict("This device has no connection at the moment.");
  }

  /** Stops the bytes to a device, and has so much said to its user that the router notices. */
  Answer stall(Device device) {
    Optional<RouterServer> running = server.running();
    if (running.isEmpty() || stalled.putIfAbsent(device.user(), device) != null) {
      return conflict("Not now: the router restarts, or a device of this user stalls already.");
    }
    if (lines.stall(device) == 0) {
      stalled.remove(device.user());
      return conflict("This device has no connection at the moment.");
    }
    chores.execute(() -> dictate(running.get(), device));
    return Answer.ok("The reader has stalled; the router will cut it off with 4408.");
  }

  /** Kills the threads of a user's agents. */
  Answer crash(UserKey user) {
    int crashed = agent.crash(user);
    return crashed > 0
        ? Answer.ok("The agent is dead; the router will end its run.")
        : conflict("No agent works for this user; ask something first.");
  }

  /** Drains the router and starts another one. */
  Answer drain() {
    if (!server.claimRestart()) {
      return conflict("The router is restarting already.");
    }
    chores.execute(server::restart);
    return Answer.ok("The router drains and starts again.");
  }

  /** However a connection ends, the line has to carry what the router said last. */
  @Override
  public void connectionClosed(UserKey user, ConnectionId connection, CloseCode code) {
    stalled.remove(user);
    lines.release(user);
  }

  @Override
  public void close() {
    chores.shutdownNow();
  }

  private void dictate(RouterServer running, Device device) {
    UserKey user = device.user();
    try {
      new Dictation(running.router(), limits.dictation())
          .perform(user, () -> !device.equals(stalled.get(user)));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      stalled.remove(user, device);
      lines.release(user);
    }
  }

  private static Answer conflict(String text) {
    return Answer.of(HttpResponseStatus.CONFLICT, text);
  }
}
