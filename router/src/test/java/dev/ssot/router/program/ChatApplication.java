package dev.ssot.router.program;

import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.Routes;
import dev.ssot.router.application.RouterApplication;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the processes of tests run: the golden path, a handler that throws, and a run whose tool is
 * done when a file is there.
 */
public final class ChatApplication implements RouterApplication {

  @Override
  public Routes routes() {
    Handler answer =
        (context, message) -> {
          Run run = context.startRun("guide");
          run.openTool("search", message.payload()).completed(Payload.of(Map.of("hits", 3)));
          run.complete("It is sunny.");
          return Reply.accepted();
        };
    Handler broken =
        (context, message) -> {
          throw new IllegalStateException("secret-of-a-message " + message.payload());
        };
    Handler patient =
        (context, message) -> {
          Path file = Path.of(message.payload().text("until").orElseThrow());
          Run run = context.startRun("guide");
          OpenTool tool = run.openTool("wait", Payload.empty());
          Thread waiting = new Thread(() -> finish(run, tool, file));
          waiting.start();
          return Reply.accepted();
        };
    return Routes.builder()
        .handle("user_message", answer)
        .handle("break", broken)
        .handle("wait", patient)
        .build();
  }

  private static void finish(Run run, OpenTool tool, Path file) {
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
    tool.completed(Payload.empty());
    run.complete("It is done.");
  }
}
