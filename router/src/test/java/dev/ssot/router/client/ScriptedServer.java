package dev.ssot.router.client;

import dev.ssot.router.Context;
import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.Thinking;
import dev.ssot.router.server.RouterServer;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server with an agent that does as many tool calls as it is asked for. */
final class ScriptedServer implements AutoCloseable {

  private final ExecutorService producers = Executors.newFixedThreadPool(2);
  private final AtomicInteger handled = new AtomicInteger();
  private final RouterServer server;

  ScriptedServer(RouterLimits limits, Authenticator authenticator) {
    Handler broken =
        (context, message) -> {
          throw new IllegalStateException("broken on purpose");
        };
    Handler count =
        (context, message) -> {
          handled.incrementAndGet();
          return Reply.accepted();
        };
    Routes routes =
        Routes.builder()
            .handle("user_message", this::startRun)
            .handle("break", broken)
            .handle("count", count)
            .build();
    server = RouterServer.builder(limits).authenticator(authenticator).routes(routes).start();
  }

  int port() {
    return server.port();
  }

  /** Messages that reached a handler which did not throw. */
  int handled() {
    return handled.get();
  }

  void emit(UserKey user, Event event) {
    server.router().emit(user, event);
  }

  boolean drain() throws InterruptedException {
    return server.drain();
  }

  @Override
  public void close() {
    server.close();
    producers.shutdownNow();
  }

  private Reply startRun(Context context, ClientMessage message) {
    handled.incrementAndGet();
    Run run = context.startRun(context.user().toString());
    int tools = Math.toIntExact(message.payload().number("tools").orElse(1L));
    producers.execute(() -> step(run, tools));
    return Reply.accepted();
  }

  /** One step of a run at a time, so that the runs of many users mix. */
  private void step(Run run, int toolsLeft) {
    if (toolsLeft == 0) {
      run.complete("It is sunny.");
      return;
    }
    run.think(Thinking.of("%d tools left".formatted(toolsLeft)));
    OpenTool tool = run.openTool("search", Payload.of(Map.of("left", toolsLeft)));
    producers.execute(
        () -> {
          if (toolsLeft % 2 == 0) {
            tool.completed(Payload.of(Map.of("hits", toolsLeft)));
          } else {
            tool.failed("Nothing found");
          }
          step(run, toolsLeft - 1);
        });
  }
}
