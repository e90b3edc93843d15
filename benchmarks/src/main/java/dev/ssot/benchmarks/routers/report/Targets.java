package dev.ssot.benchmarks.routers.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What the router was to reach, beside what it reached. */
final class Targets {

  private static final String PROMPT = "router-prompt";
  private static final double ROUTED = 80_000;
  private static final double COALESCED = 300_000;
  private static final double OF_BARE = 0.6;
  private static final double P99_MILLIS = 5;
  private static final double IDLE_KB = 12;
  private static final double RESUME_SECONDS = 5;
  private static final double MOVED = 0.2;
  private static final List<String> ACKNOWLEDGED = List.of("netty-socketio", "socket.io", "vertx");

  private final Results results;
  private final Table table =
      new Table("Targets of the router", List.of("what", "target", "measured", "met"));

  Targets(Results results) {
    this.results = results;
  }

  String markdown() {
    if (!results.figures().containsKey(Tables.OURS)) {
      return "";
    }
    for (String peer : ACKNOWLEDGED) {
      atLeast("routed ÷ " + peer, 1, against(peer, "routed.events_per_s"));
      atMost("p99 at 20,000/s ÷ " + peer, 1, against(peer, "latency-20000.p99_us"));
    }
    atLeast("routed ÷ bare", OF_BARE, against(Tables.BARE, "routed.events_per_s"));
    atLeast("coalesced ÷ bare", OF_BARE, against(Tables.BARE, "coalesced.events_per_s"));
    results
        .ratio(PROMPT, Tables.BARE, "routed.events_per_s")
        .ifPresent(
            ratio -> atLeast("routed ÷ bare, prompt handler", OF_BARE, OptionalDouble.of(ratio)));
    atLeast("routed events/s", ROUTED, ours("routed.events_per_s", 1));
    atLeast("coalesced events/s", COALESCED, ours("coalesced.events_per_s", 1));
    atMost("p99 at 20,000/s, ms", P99_MILLIS, ours("latency-20000.p99_us", 1e3));
    atMost("resident of an idle connection, kB", IDLE_KB, ours("memory.kb", 1));
    resume();
    atMost("others' p99 moved by stalled readers", MOVED, ours("stall.moved", 1));
    atMost("lost, twice or out of order, all trials", 0, faults());
    return table.text();
  }

  /** Only a complete resume has a time. */
  private void resume() {
    OptionalDouble complete = ours("resume.complete", 1);
    if (complete.isPresent()) {
      double seconds = ours("resume.complete_s", 1).orElse(Double.NaN);
      long connections = Math.round(ours("resume.connections", 1).orElse(0));
      atMost(
          String.format(Locale.ROOT, "%,d severed connections resumed, s", connections),
          RESUME_SECONDS,
          OptionalDouble.of(complete.getAsDouble() == 1 ? seconds : Double.POSITIVE_INFINITY));
    }
  }

  private OptionalDouble faults() {
    return OptionalDouble.of(
        results.figures().getOrDefault(Tables.OURS, Map.of()).entrySet().stream()
            .filter(one -> one.getKey().matches(".*\\.(lost|duplicates|reordered)"))
            .mapToDouble(one -> one.getValue())
            .sum());
  }

  private OptionalDouble ours(String figure, double unit) {
    OptionalDouble value = results.of(Tables.OURS, figure);
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / unit) : value;
  }

  private OptionalDouble against(String peer, String figure) {
    return results.ratio(Tables.OURS, peer, figure);
  }

  private void atLeast(String what, double target, OptionalDouble measured) {
    row(what, "≥ " + said(target), measured, measured.orElse(0) >= target);
  }

  private void atMost(String what, double target, OptionalDouble measured) {
    row(what, "≤ " + said(target), measured, measured.orElse(0) <= target);
  }

  private void row(String what, String target, OptionalDouble measured, boolean met) {
    if (measured.isPresent()) {
      table.row(List.of(what, target, said(measured.getAsDouble()), met ? "yes" : "no"));
    }
  }

  private static String said(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}
