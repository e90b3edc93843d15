package dev.ssot.cli;

import dev.ssot.rules.model.BaselineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings a baseline to what the code is now. */
@Command(
    name = "update",
    description = {
      "Add an entry for each open finding and remove those that accept nothing.",
      "Entries of files that are not scanned stay."
    },
    footerHeading = "%nExample:%n",
    footer = "  ssot baseline update && git diff ssot-baseline.jsonl")
final class BaselineUpdateCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final BaselineRun run = new BaselineRun();

  BaselineUpdateCommand(Surroundings surroundings, Streams streams) {
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
    List<BaselineEntry> added = comparison.fresh().stream().map(BaselineEntry::of).toList();
    List<BaselineEntry> entries = new ArrayList<>(comparison.refreshed());
    entries.addAll(added);
    comparison.change(entries, added, streams);
    streams
        .out()
        .print(
            "%s: %s added, %s removed, %s entries now\n"
                .formatted(
                    comparison.location().name(),
                    added.size(),
                    comparison.stale().size(),
                    entries.size()));
    return ExitStatus.FINE;
  }
}
