package dev.ssot.router.simulation;

import dev.ssot.router.limits.RunLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** The order that the events of runs must have, and when a run must have ended. */
final class RunRules {

  private static final class Run {
    private final Map<String, Instant> openTools = new LinkedHashMap<>();
    private final List<String> types = new ArrayList<>();
    private Instant begun = Instant.MIN;
    private Instant latest = Instant.MIN;
    private boolean ended;
  }

  private final Map<String, Run> runs = new LinkedHashMap<>();

  /** The rules applied to a stream; fails if one is broken. */
  static RunRules of(List<Entry> stream) {
    RunRules rules = new RunRules();
    stream.stream().filter(entry -> !entry.run().isEmpty()).forEach(rules::next);
    return rules;
  }

  /** Fails if a run goes on that must have ended, unless its process has died. */
  void requireEnded(Instant now, RunLimits limits, Collection<String> dead) {
    runs.forEach(
        (id, run) -> {
          if (!run.ended && !dead.contains(id)) {
            Assertions.assertFalse(isOverdue(run, now, limits), () -> id + " should have ended");
          }
        });
  }

  /** The runs that have not ended. */
  List<String> open() {
    return runs.entrySet().stream()
        .filter(run -> !run.getValue().ended)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void next(Entry entry) {
    Run run = runs.computeIfAbsent(entry.run(), id -> new Run());
    Assertions.assertFalse(run.ended, () -> "an event after the end of its run: " + entry);
    Assertions.assertEquals(run.types.size() + 1, entry.rs(), () -> "the place of " + entry);
    Assertions.assertEquals(run.types.isEmpty(), entry.type().equals("agent_started"));
    run.begun = run.types.isEmpty() ? entry.at() : run.begun;
    run.latest = entry.at();
    run.types.add(entry.type());
    String call = entry.text("tool_call_id");
    switch (entry.type()) {
      case "tool_executing" ->
          Assertions.assertNull(run.openTools.put(call, entry.at()), () -> "twice: " + entry);
      case "tool_completed" ->
          Assertions.assertNotNull(run.openTools.remove(call), () -> "not open: " + entry);
      case "agent_completed" -> {
        Assertions.assertEquals(Map.of(), run.openTools, () -> "tools are open at " + entry);
        run.ended = true;
      }
      default -> {}
    }
  }

  private static boolean isOverdue(Run run, Instant now, RunLimits limits) {
    boolean silent = run.openTools.isEmpty() && isPast(run.latest, limits.silence(), now);
    boolean stuck =
        run.openTools.values().stream().anyMatch(since -> isPast(since, limits.tool(), now));
    return silent || stuck || isPast(run.begun, limits.total(), now);
  }

  private static boolean isPast(Instant since, Duration limit, Instant now) {
    return since.plus(limit).isBefore(now);
  }
}
