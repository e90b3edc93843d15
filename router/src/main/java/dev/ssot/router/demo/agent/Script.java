package dev.ssot.router.demo.agent;

import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.Thinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What an agent does for one question, step by step, until it is done or nobody listens. */
final class Script {

  private final Run run;
  private final Toolbox tools;
  private final Duration pace;
  private final List<String> answer = new ArrayList<>();

  Script(Run run, Toolbox tools, Duration pace) {
    this.run = run;
    this.tools = tools;
    this.pace = pace;
  }

  /** Answers, or stops as soon as the run is over. */
  void perform(String question) throws InterruptedException {
    List<ToolCall> calls = tools.plan(question);
    pause();
    boolean heard = think("I need " + named(calls), "plan", 0);
    for (int i = 0; heard && i < calls.size(); i++) {
      pause();
      heard = use(calls.get(i)) && looksAt(calls, i);
    }
    if (heard) {
      pause();
      run.complete(String.join(" ", answer));
    }
  }

  private boolean use(ToolCall call) throws InterruptedException {
    OpenTool tool = run.openTool(call.tool(), call.parameters());
    if (!tool.opened().accepted()) {
      return false;
    }
    pause();
    return outcome(tool, call).accepted();
  }

  private Emission outcome(OpenTool tool, ToolCall call) throws InterruptedException {
    try {
      Payload result = tools.dispatch(call);
      answer.add(tools.told(call, result));
      return tool.completed(result);
    } catch (ToolFailed failed) {
      answer.add("`%s` failed: %s.".formatted(call.tool(), failed.why()));
      return tool.failed(failed.why());
    }
  }

  private boolean looksAt(List<ToolCall> calls, int done) throws InterruptedException {
    pause();
    List<ToolCall> left = calls.subList(done + 1, calls.size());
    String next = left.isEmpty() ? "That is all I need" : "Next I need " + named(left);
    return think(next, left.isEmpty() ? "answer" : "tools", (done + 1.0) / (calls.size() + 1));
  }

  private boolean think(String reasoning, String step, double progress) {
    return run.think(new Thinking(reasoning, step, progress)).accepted();
  }

  private void pause() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(pace.toNanos());
  }

  private static String named(List<ToolCall> calls) {
    return calls.stream()
        .map(call -> "`" + call.tool() + "`")
        .collect(Collectors.joining(", then "));
  }
}
