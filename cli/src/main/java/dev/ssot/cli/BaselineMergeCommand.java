package dev.ssot.cli;

import dev.ssot.cli.baseline.BaselineFile;
import dev.ssot.cli.baseline.BaselineMerge;
import dev.ssot.rules.model.Baseline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Merges two baselines, as a merge driver of git does. */
@Command(
    name = "merge",
    description = {
      "Merge two baselines that come from one, and write the result in place of OURS.",
      "It is git's merge driver: ssot baseline merge %%O %%A %%B."
    },
    footerHeading = "%nExample:%n",
    footer = "  git config merge.ssot-baseline.driver 'ssot baseline merge %%O %%A %%B'")
final class BaselineMergeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "BASE", description = "Where both come from; may be empty.")
  private Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "OURS", description = "Ours; takes the result.")
  private Path ours = Path.of("");

  @Parameters(index = "2", paramLabel = "THEIRS", description = "Theirs.")
  private Path theirs = Path.of("");

  BaselineMergeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    byte[] merged =
        BaselineFile.text(BaselineMerge.merge(read(base), read(ours), read(theirs)))
            .getBytes(StandardCharsets.UTF_8);
    ReportFile.write(surroundings.folder().resolve(ours), out -> out.write(merged));
    return ExitStatus.FINE;
  }

  private Baseline read(Path file) {
    return BaselineFile.read(surroundings.folder().resolve(file), file.toString());
  }
}
