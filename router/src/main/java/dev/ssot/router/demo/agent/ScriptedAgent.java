package dev.ssot.router.demo.agent;

import dev.ssot.router.Context;
import dev.ssot.router.Handler;
import dev.ssot.router.Reply;
import dev.ssot.router.limits.DemoLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.util.concurrent.FutureTask;

/**
 * Answers questions: chooses tools by their words, calls one after the other, and tells what it
 * does as it does it. There is no language model behind it; the tools are real. Safe for use by
 * several threads.
 */
public final class ScriptedAgent implements Handler, AutoCloseable {

  private static final String NAME = "Guide";

  private final DemoLimits limits;
  private final Toolbox tools;
  private final Crew crew = new Crew();

  /** An agent that nobody has asked anything. */
  public ScriptedAgent(DemoLimits limits) {
    this.limits = limits;
    tools = Toolbox.of(limits);
  }

  /** Begins to answer the {@code text} of a message in a run of its own. */
  @Override
  public Reply handle(Context context, ClientMessage message) {
    String question = message.payload().text("text").orElse("").strip();
    if (question.isEmpty()) {
      return Reply.rejected("The message has no text; ask something");
    }
    Run run = context.startRun(new RunPlan(context.session(), NAME, question));
    // Before anybody hears of the run, so that whoever does can kill its agent.
    FutureTask<?> work =
        crew.enlist(
            context.user(), () -> new Script(run, tools, limits.agent().pace()).perform(question));
    if (run.started() instanceof Emission.Refused refused) {
      work.cancel(false);
      return Reply.rejected(refused.detail());
    }
    crew.begin(work);
    return Reply.accepted();
  }

  /**
   * Kills the threads that work for a user; their runs stay open until the router ends them.
   *
   * @return how many there were
   */
  public int crash(UserKey user) {
    return crew.crash(user);
  }

  /** Kills all threads. */
  @Override
  public void close() {
    crew.close();
  }
}
