package dev.ssot.cli;

import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of a command that scans code by rules and says what is open. */
final class JudgingOptions {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders to scan; the folder here where none is named.")
  List<Path> paths = new ArrayList<>();

  @Mixin final ScanOptions scan = new ScanOptions();

  @Mixin final ClassOptions classes = new ClassOptions();

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

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      completionCandidates = Severities.class,
      description =
          "Fail on open findings of this severity or a worse one (${COMPLETION-CANDIDATES});"
              + " wins over the policy.")
  String failOn = "";

  /** Words for {@code --fail-on}. */
  static final class Severities implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Severity.values()).map(Severity::label).iterator();
    }
  }
}
