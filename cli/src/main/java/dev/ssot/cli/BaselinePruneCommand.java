package dev.ssot.cli;

import dev.ssot.rules.model.BaselineEntry;
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
    comparison.change(kept, List.of(), streams);
    streams
        .out()
        .print(
            "%s: %s removed, %s entries now\n"
                .formatted(comparison.location().name(), comparison.stale().size(), kept.size()));
    return ExitStatus.FINE;
  }
}
