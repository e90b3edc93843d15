package dev.ssot.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.limits.RunLimits;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.run.OpenTool;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import dev.ssot.router.run.Thinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final RunLimits LIMITS =
      new RunLimits(2, 2, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(300));

  private final List<FailingLog> logs = new ArrayList<>();
  private final Bench bench =
      Bench.withLog(
          RouterLimits.standard().withRuns(LIMITS),
          log -> {
            FailingLog failing = new FailingLog(log);
            logs.add(failing);
            return failing;
          });
  private final Bench.Line line = bench.connect(Bench.ALICE);

  @Test
  void saysTheGoldenPath() {
    Run run = bench.router.startRun(Bench.ALICE, new RunPlan("s-1", "guide", "On it"));
    bench.clock.advance(Duration.ofMillis(5));
    run.think(new Thinking("Look it up", "search", 0.5));
    OpenTool tool = run.openTool("search", Payload.of(Map.of("q", "x")));
    bench.clock.advance(Duration.ofMillis(7));
    tool.completed(Payload.of(Map.of("hits", 3)));
    run.complete("Three");
    assertEquals(
        List.of(
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_completed"),
        types());
    assertEquals(Map.of("agent_name", "guide", "message", "On it"), payload(0).fields());
    assertEquals(
        Map.of("reasoning", "Look it up", "step", "search", "progress", 0.5), payload(1).fields());
    assertEquals(
        Map.of("tool_call_id", "t-1", "tool_name", "search", "parameters", Map.of("q", "x")),
        payload(2).fields());
    assertEquals(
        Map.of(
            "tool_call_id", "t-1",
            "tool_name", "search",
            "status", "ok",
            "result", Map.of("hits", 3L),
            "duration_ms", 7L),
        payload(3).fields());
    assertEquals(
        Map.of("status", "ok", "response", "Three", "duration_ms", 12L), payload(4).fields());
    assertStepsAreGapless(run);
    assertTrue(line.wire().events().stream().allMatch(e -> e.event().session().equals("s-1")));
  }

  @Test
  void allowsARunWithoutThinkingAndTools() {
    start().complete("Hello");
    assertEquals(List.of("agent_started", "agent_completed"), types());
  }

  @Test
  void saysNothingAfterTheEnd() {
    Run run = start();
    OpenTool tool = run.openTool("search", Payload.empty());
    run.complete("Done");
    List<String> atEnd = types();
    assertRefused(Refusal.RUN_OVER, run.think(Thinking.of("late")));
    assertRefused(Refusal.RUN_OVER, run.emit("note", EventClass.DELTA, Payload.empty()));
    assertRefused(Refusal.RUN_OVER, run.openTool("late", Payload.empty()).opened());
    assertRefused(Refusal.TOOL_CLOSED, tool.completed(Payload.empty()));
    assertRefused(Refusal.RUN_OVER, run.complete("again"));
    assertRefused(Refusal.RUN_OVER, run.fail("again"));
    assertRefused(Refusal.RUN_OVER, run.cancel("again"));
    assertEquals(atEnd, types());
  }

  @Test
  void closesOpenToolsBeforeTheEnd() {
    Run run = start();
    run.openTool("a", Payload.empty());
    run.openTool("b", Payload.empty());
    run.fail("No network");
    assertEquals(
        List.of(
            "agent_started",
            "tool_executing",
            "tool_executing",
            "tool_completed",
            "tool_completed",
            "agent_completed"),
        types());
    assertEquals(Optional.of("error"), payload(3).text("status"));
    assertEquals(Optional.of("t-1"), payload(3).text("tool_call_id"));
    assertEquals(Optional.of("failed"), payload(5).text("status"));
    assertEquals(Optional.of("No network"), payload(5).text("error"));
    assertStepsAreGapless(run);
  }

  @Test
  void completesAToolOnce() {
    OpenTool tool = start().openTool("search", Payload.empty());
    assertTrue(tool.failed("no").accepted());
    assertRefused(Refusal.TOOL_CLOSED, tool.completed(Payload.empty()));
    assertEquals(List.of("agent_started", "tool_executing", "tool_completed"), types());
  }

  @Test
  void numbersEventsOfTheApplicationWithinTheRun() {
    Run run = start();
    run.emit("answer_delta", EventClass.DELTA, Payload.of(Map.of("text", "He")));
    bench.router.emit(Bench.ALICE, Bench.event("beside it"));
    run.emit("answer_delta", EventClass.DELTA, Payload.of(Map.of("text", "llo")));
    run.complete("Hello");
    assertStepsAreGapless(run);
    assertRefused(
        Refusal.RESERVED_TYPE, start().emit("tool_completed", EventClass.DELTA, Payload.empty()));
  }

  @Test
  void endsARunThatSaysNothing() {
    Run run = start();
    bench.pass(LIMITS.silence());
    assertEquals(List.of("agent_started"), types());
    bench.pass(Duration.ofMillis(1));
    assertTimedOut(run, "agent_started", "agent_completed");
  }

  @Test
  void countsSilenceFromTheLastEvent() {
    Run run = start();
    bench.pass(LIMITS.silence());
    run.think(Thinking.of("Still here"));
    bench.pass(LIMITS.silence());
    assertEquals(List.of("agent_started", "agent_thinking"), types());
  }

  @Test
  void endsARunWhoseToolTakesTooLong() {
    Run run = start();
    OpenTool tool = run.openTool("search", Payload.empty());
    bench.pass(LIMITS.tool());
    assertEquals(List.of("agent_started", "tool_executing"), types());
    bench.pass(Duration.ofMillis(1));
    assertTimedOut(run, "agent_started", "tool_executing", "tool_completed", "agent_completed");
    assertRefused(Refusal.TOOL_CLOSED, tool.completed(Payload.empty()));
  }

  @Test
  void endsARunThatTakesTooLongAlthoughItSpeaks() {
    Run run = start();
    Duration step = Duration.ofSeconds(20);
    for (Duration t = step; t.compareTo(LIMITS.total()) <= 0; t = t.plus(step)) {
      bench.pass(step);
      assertTrue(run.think(Thinking.of("more")).accepted(), () -> types().toString());
    }
    bench.pass(Duration.ofMillis(1));
    assertEquals("agent_completed", types().get(types().size() - 1));
    assertRefused(Refusal.RUN_OVER, run.think(Thinking.of("more")));
  }

  @Test
  void boundsTheOpenRunsOfAUser() {
    Run first = start();
    start();
    assertRefused(
        Refusal.TOO_MANY_OPEN,
        bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide")).started());
    assertTrue(bench.router.startRun(Bench.BOB, RunPlan.of("s", "guide")).started().accepted());
    first.complete("Done");
    assertTrue(start().started().accepted());
  }

  @Test
  void boundsTheOpenToolsOfARun() {
    Run run = start();
    OpenTool first = run.openTool("a", Payload.empty());
    run.openTool("b", Payload.empty());
    OpenTool third = run.openTool("c", Payload.empty());
    assertRefused(Refusal.TOO_MANY_OPEN, third.opened());
    assertRefused(Refusal.TOOL_CLOSED, third.completed(Payload.empty()));
    first.completed(Payload.empty());
    assertTrue(run.openTool("c", Payload.empty()).opened().accepted());
    assertStepsAreGapless(run);
  }

  @Test
  void leavesNoGapForAnEventThatTheLogRefused() {
    Run run = start();
    logs.get(0).mode(FailingLog.Mode.REFUSES);
    assertRefused(Refusal.LOG_UNAVAILABLE, run.think(Thinking.of("lost")));
    assertRefused(Refusal.LOG_UNAVAILABLE, run.complete("lost"));
    logs.get(0).mode(FailingLog.Mode.WORKS);
    assertTrue(run.complete("Done").accepted());
    assertStepsAreGapless(run);
    assertEquals(List.of("agent_started", "agent_completed"), types());
  }

  @Test
  void triesAgainToEndAStalledRunWhenTheLogIsBack() {
    Run run = start();
    logs.get(0).mode(FailingLog.Mode.REFUSES);
    bench.pass(LIMITS.silence().plusMillis(1));
    assertEquals(1, bench.router.census().openRuns());
    logs.get(0).mode(FailingLog.Mode.WORKS);
    bench.pass(Duration.ofMillis(1));
    assertTimedOut(run, "agent_started", "agent_completed");
    assertEquals(0, bench.router.census().openRuns());
  }

  @Test
  void givesEveryRunItsOwnId() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Run run = start();
      ids.add(run.id());
      run.complete("Done");
    }
    assertEquals(5, ids.stream().distinct().count());
  }

  private Run start() {
    Run run = bench.router.startRun(Bench.ALICE, RunPlan.of("s", "guide"));
    assertTrue(run.started().accepted());
    return run;
  }

  private List<String> types() {
    return line.wire().events().stream().map(e -> e.event().type()).toList();
  }

  private Payload payload(int index) {
    return line.wire().events().get(index).event().payload();
  }

  private void assertStepsAreGapless(Run run) {
    List<Long> steps =
        line.wire().events().stream()
            .map(StreamEvent::step)
            .filter(step -> step.run().equals(run.id()))
            .map(step -> step.rs())
            .toList();
    assertEquals(LongStream.rangeClosed(1, steps.size()).boxed().toList(), steps);
  }

  private void assertTimedOut(Run run, String... types) {
    assertEquals(List.of(types), types());
    assertEquals(Optional.of("timed_out"), payload(types.length - 1).text("status"));
    assertStepsAreGapless(run);
  }

  private static void assertRefused(Refusal reason, Emission emission) {
    assertEquals(
        reason, assertInstanceOf(Emission.Refused.class, emission).reason(), emission.toString());
  }
}
