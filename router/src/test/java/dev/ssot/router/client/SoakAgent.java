package dev.ssot.router.client;

import dev.ssot.router.Context;
import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.Thinking;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers like an agent: thinks, calls tools, and now and then throws or dies. */
final class SoakAgent implements Handler {

  private final SoakPlan plan;
  private final Executor producers;
  private final AtomicInteger handled = new AtomicInteger();

  SoakAgent(SoakPlan plan, Executor producers) {
    this.plan = plan;
    this.producers = producers;
  }

  @Override
  public Reply handle(Context context, ClientMessage message) {
    handled.incrementAndGet();
    int user = number(message, "user");
    int number = number(message, "run");
    if (plan.breaks(user, number)) {
      throw new IllegalStateException("broken on purpose");
    }
    Run run = context.startRun(context.user().toString());
    producers.execute(() -> step(run, user, number, plan.tools(user, number)));
    return Reply.accepted();
  }

  /** Messages that reached the handler. */
  int handled() {
    return handled.get();
  }

  /** One step of a run at a time, so that the runs of many users mix. */
  private void step(Run run, int user, int number, int toolsLeft) {
    if (toolsLeft == 0) {
      run.complete("Run %d of user %d".formatted(number, user));
      return;
    }
    run.think(Thinking.of("%d tools left for user %d".formatted(toolsLeft, user)));
    OpenTool tool = run.openTool("search", Payload.of(Map.of("user", user, "run", number)));
    if (plan.dies(user, number)) {
      return;
    }
    producers.execute(
        () -> {
          if (toolsLeft % 2 == 0) {
            tool.completed(Payload.of(Map.of("hits", toolsLeft)));
          } else {
            tool.failed("Nothing found");
          }
          step(run, user, number, toolsLeft - 1);
        });
  }

  private static int number(ClientMessage message, String name) {
    return Math.toIntExact(message.payload().number(name).orElseThrow());
  }
}
