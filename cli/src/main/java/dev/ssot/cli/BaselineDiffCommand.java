package dev.ssot.cli;

import dev.ssot.reports.DifferenceReport;
import dev.ssot.rules.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how far baseline and code are apart. */
@Command(
    name = "diff",
    description = {
      "Show each finding that the baseline lacks and each entry that accepts nothing.",
      "Changes nothing; the exit status is 1 if there is a difference."
    },
    footerHeading = "%nExample:%n",
    footer = "  ssot baseline diff")
final class BaselineDiffCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final BaselineRun run = new BaselineRun();

  BaselineDiffCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    boolean coloured = run.coloured(surroundings);
    BaselineRun.Comparison comparison = run.compare(surroundings, streams);
    List<Finding> all = new ArrayList<>(comparison.fresh());
    all.addAll(comparison.staleFindings());
    try {
      DifferenceReport.write(all, coloured, streams.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    streams
        .out()
        .print(
            "%s: %s new, %s stale\n"
                .formatted(
                    comparison.location().name(),
                    comparison.fresh().size(),
                    comparison.staleFindings().size()));
    int status = comparison.gaps(streams);
    return status == ExitStatus.FINE && !all.isEmpty() ? ExitStatus.DIFFERENT : status;
  }
}
