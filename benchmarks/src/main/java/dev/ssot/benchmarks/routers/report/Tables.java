package dev.ssot.benchmarks.routers.report;

import java.util.ArrayList;
import java.util.List;

/** All tables of a run. */
public final class Tables {

  static final String OURS = "router";
  static final String BARE = "bare";
  private static final String RATE = ".events_per_s";

  private final Results results;

  /** Tables of these results. */
  public Tables(Results results) {
    this.results = results;
  }

  /** The tables as Markdown; trials that nobody was put through are left out. */
  public String markdown() {
    StringBuilder all = new StringBuilder();
    all.append(throughput("routed", "Routed: one event in answer to each message"));
    all.append(throughput("coalesced", "Coalesced: ten events in answer to each message"));
    all.append(throughput("fan-out", "Fan-out: each message to all connections"));
    for (String trial : latencyTrials()) {
      all.append(latency(trial, "Latency at %s messages a second".formatted(trial.substring(8))));
    }
    all.append(latency("fan-out-paced", "Latency of 20 fan-outs a second, each reader counted"));
    all.append(memory());
    all.append(new Targets(results).markdown());
    return all.toString();
  }

  private String throughput(String trial, String title) {
    List<String> servers = results.having(trial + RATE);
    if (servers.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            title,
            List.of(
                "server",
                "events/s",
                "acks/s",
                "server CPU µs/event",
                "lost",
                "twice",
                "out of order",
                "router ÷ it",
                "it ÷ bare"));
    for (String server : servers) {
      List<String> cells = new ArrayList<>();
      cells.add(server);
      cells.add(Table.whole(results.of(server, trial + RATE)));
      cells.add(Table.whole(results.of(server, trial + ".acks_per_s")));
      cells.add(Table.tenths(results.of(server, trial + ".cpu_us_per_event")));
      cells.addAll(faults(server, trial));
      cells.add(Table.ratio(results.ratio(OURS, server, trial + RATE)));
      cells.add(Table.ratio(results.ratio(server, BARE, trial + RATE)));
      table.row(cells);
    }
    return table.text();
  }

  private String latency(String trial, String title) {
    List<String> servers = results.having(trial + ".p99_us");
    if (servers.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            title,
            List.of(
                "server",
                "p50 ms",
                "p99 ms",
                "p99.9 ms",
                "events/s",
                "server CPU µs/event",
                "lost",
                "twice",
                "out of order",
                "its p99 ÷ router's"));
    for (String server : servers) {
      List<String> cells = new ArrayList<>();
      cells.add(server);
      for (String percentile : List.of(".p50_us", ".p99_us", ".p999_us")) {
        cells.add(Table.millis(results.of(server, trial + percentile)));
      }
      cells.add(Table.whole(results.of(server, trial + RATE)));
      cells.add(Table.tenths(results.of(server, trial + ".cpu_us_per_event")));
      cells.addAll(faults(server, trial));
      cells.add(Table.ratio(results.ratio(server, OURS, trial + ".p99_us")));
      table.row(cells);
    }
    return table.text();
  }

  private String memory() {
    List<String> servers = results.having("memory.kb");
    if (servers.isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            "Resident memory of idle connections",
            List.of("server", "kB each", "MB before", "MB after", "it ÷ router"));
    for (String server : servers) {
      table.row(
          List.of(
              server,
              Table.tenths(results.of(server, "memory.kb")),
              Table.tenths(results.of(server, "memory.before_mb")),
              Table.tenths(results.of(server, "memory.after_mb")),
              Table.ratio(results.ratio(server, OURS, "memory.kb"))));
    }
    return table.text();
  }

  private List<String> faults(String server, String trial) {
    return List.of(
        Table.whole(results.of(server, trial + ".lost")),
        Table.whole(results.of(server, trial + ".duplicates")),
        Table.whole(results.of(server, trial + ".reordered")));
  }

  private List<String> latencyTrials() {
    return results.figures().values().stream()
        .flatMap(own -> own.keySet().stream())
        .filter(figure -> figure.matches("latency-[0-9]+\\.p99_us"))
        .map(figure -> figure.substring(0, figure.indexOf('.')))
        .distinct()
        .toList();
  }
}
