package dev.ssot.router;

import dev.ssot.router.protocol.StreamEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/**
 * The order that the events of runs must have, checked on a stream without looking at the router.
 */
final class RunGrammar {

  private final Map<String, State> runs = new HashMap<>();

  /** Fails unless every run in the stream is in order and numbered without gap. */
  static void check(List<StreamEvent> stream, boolean allEnded) {
    RunGrammar grammar = new RunGrammar();
    stream.stream().filter(event -> !event.step().run().isEmpty()).forEach(grammar::next);
    if (allEnded) {
      grammar.runs.forEach((run, state) -> Assertions.assertTrue(state.ended, run + " is open"));
    }
  }

  private void next(StreamEvent event) {
    String type = event.event().type();
    State run = runs.computeIfAbsent(event.step().run(), id -> new State());
    Assertions.assertFalse(run.ended, () -> "after the end: " + event);
    Assertions.assertEquals(run.steps + 1, event.step().rs(), () -> "rs of " + event);
    Assertions.assertEquals(
        type.equals("agent_started"), run.steps == 0, () -> "start of " + event);
    run.steps++;
    if (type.equals("tool_executing")) {
      Assertions.assertTrue(run.openTools.add(call(event)), () -> "opened twice: " + event);
    } else if (type.equals("tool_completed")) {
      Assertions.assertTrue(run.openTools.remove(call(event)), () -> "not open: " + event);
    } else if (type.equals("agent_completed")) {
      Assertions.assertEquals(Set.of(), run.openTools, () -> "open tools at " + event);
      run.ended = true;
    }
  }

  private static String call(StreamEvent event) {
    return event.event().payload().text("tool_call_id").orElseThrow();
  }

  private static final class State {
    private final Set<String> openTools = new HashSet<>();
    private long steps;
    private boolean ended;
  }
}
