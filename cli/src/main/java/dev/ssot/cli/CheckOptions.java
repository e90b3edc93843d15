package dev.ssot.cli;

import dev.ssot.reports.Reporters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments of {@code ssot check}. */
final class CheckOptions {

  @Mixin final JudgingOptions judging = new JudgingOptions();

  @Mixin final ChangeOptions change = new ChangeOptions();

  @Mixin final ContextOptions context = new ContextOptions();

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  List<Target> targets = new ArrayList<>();

  /** A format, an output, or both. */
  static final class Target implements ReportChoice.Wish {

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        completionCandidates = Formats.class,
        description =
            "Report as ${COMPLETION-CANDIDATES} (default: console); may be repeated, each with an"
                + " --output after it; one without goes to standard output.")
    @Nullable String format;

    @Option(
        names = "--output",
        paramLabel = "FILE",
        description = "Write the report of the --format before it here; `-` is standard output.")
    @Nullable Path output;

    @Override
    public @Nullable String format() {
      return format;
    }

    @Override
    public @Nullable Path output() {
      return output;
    }
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Reporters.formats().iterator();
    }
  }
}
