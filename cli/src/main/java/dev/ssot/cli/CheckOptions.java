package dev.ssot.cli;

import dev.ssot.reports.Reporters;
import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code ssot check}. */
final class CheckOptions {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  List<Path> paths = new ArrayList<>();

  @Mixin final ScanOptions scan = new ScanOptions();

  @Mixin final ChangeOptions change = new ChangeOptions();

  @Mixin final ClassOptions classes = new ClassOptions();

  @Mixin final ContextOptions context = new ContextOptions();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      description = "Run this rule only; may be repeated.")
  List<String> rules = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The baseline of known findings; wins over the policy.")
  @Nullable Path baseline;

  @Option(
      names = "--no-baseline",
      description = "Read no baseline, even where the policy names one: all findings are open.")
  boolean noBaseline;

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  List<Target> targets = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      completionCandidates = Severities.class,
      description =
          "Fail on open findings of this severity or a worse one (${COMPLETION-CANDIDATES});"
              + " wins over the policy.")
  String failOn = "";

  /** A format, an output, or both. */
  static final class Target {

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
  }

  /** Words for {@code --format}. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Reporters.formats().iterator();
    }
  }

  /** Words for {@code --fail-on}. */
  static final class Severities implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Severity.values()).map(Severity::label).iterator();
    }
  }
}
