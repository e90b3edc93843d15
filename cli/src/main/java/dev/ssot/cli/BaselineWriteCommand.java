package dev.ssot.cli;

import dev.ssot.rules.model.BaselineEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the first baseline of a codebase. */
@Command(
    name = "write",
    description = "Write the first baseline: an entry for each open finding.",
    footerHeading = "%nExample:%n",
    footer = "  ssot baseline write src/main/java")
final class BaselineWriteCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final BaselineRun run = new BaselineRun();

  BaselineWriteCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    BaselineRun.Comparison comparison = run.begin(surroundings, streams);
    int status = comparison.gaps(streams);
    if (status != ExitStatus.FINE) {
      return status;
    }
    List<BaselineEntry> entries = comparison.fresh().stream().map(BaselineEntry::of).toList();
    comparison.write(entries);
    String name = comparison.location().name();
    streams.out().print("%s: %s entries written\n".formatted(name, entries.size()));
    if (!comparison.configured()) {
      streams
          .out()
          .print(
              "  help: let every check read it by `baseline: %s` in the policy\n".formatted(name));
    }
    return ExitStatus.FINE;
  }
}
