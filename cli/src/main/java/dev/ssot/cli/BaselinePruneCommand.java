package dev.ssot.cli;

import dev.ssot.reports.DifferenceReport;
import dev.ssot.rules.model.BaselineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes out of a baseline what accepts nothing. */
@Command(
    name = "prune",
    description = "Remove the entries that accept nothing, and nothing else.",
    footerHeading = "%nExample:%n",
    footer = "  ssot baseline prune")
final class BaselinePruneCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final BaselineRun run = new BaselineRun();

  BaselinePruneCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    BaselineRun.Comparison comparison = run.compare(surroundings, streams);
    int status = comparison.gaps(streams);
    if (status != ExitStatus.FINE) {
      return status;
    }
    Collection<BaselineEntry> kept = comparison.kept().values();
    List<BaselineEntry> removed = comparison.stale();
    comparison.write(kept);
    try {
      DifferenceReport.write(List.of(), removed, streams.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    streams
        .out()
        .print(
            "%s: %s removed, %s entries now\n"
                .formatted(comparison.location().name(), removed.size(), kept.size()));
    return ExitStatus.FINE;
  }
}
