package dev.ssot.router.server;

import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.run.Run;
import java.util.Map;

/** Servers with the handlers that tests of sockets need. */
final class TestServers {

  private TestServers() {}

  static RouterServer start(RouterLimits limits) {
    return builder(limits).start();
  }

  static ServerBuilder builder(RouterLimits limits) {
    return RouterServer.builder(limits).authenticator(new TestTokens()).routes(routes());
  }

  private static Routes routes() {
    Handler answer =
        (context, message) -> {
          Run run = context.startRun("guide");
          run.openTool("search", message.payload()).completed(Payload.of(Map.of("hits", 3)));
          run.complete("It is sunny.");
          return Reply.accepted();
        };
    Handler broken =
        (context, message) -> {
          throw new IllegalStateException("broken on purpose");
        };
    return Routes.builder().handle("user_message", answer).handle("break", broken).build();
  }
}
