package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.SlashedPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The arguments that say what sources are for; a build knows, where names only suggest. */
final class SourceOptions {

  @Option(
      names = "--tests",
      paramLabel = "PATH",
      description = "A folder of test code, besides those whose name says so; may be repeated.")
  List<Path> tests = new ArrayList<>();

  @Option(
      names = "--generated",
      paramLabel = "PATH",
      description =
          "A folder of generated code, besides those whose name says so; may be repeated.")
  List<Path> generated = new ArrayList<>();

  /**
   * What the arguments make of a policy of the scanned code.
   *
   * @param scope where the code is
   * @param folder what the arguments are relative to
   * @throws Rejection if a path does not exist or is not scanned
   */
  UnaryOperator<Policy> telling(ScanScope scope, Path folder) {
    List<PolicyText> test = patterns("--tests", tests, scope, folder);
    List<PolicyText> made = patterns("--generated", generated, scope, folder);
    return policy -> policy.with(policy.sources().and(test, made));
  }

  private static List<PolicyText> patterns(
      String option, List<Path> given, ScanScope scope, Path folder) {
    return given.stream()
        .map(path -> pattern(scope.base(), scanned(option, path, scope, folder), option))
        .toList();
  }

  private static Path scanned(String option, Path given, ScanScope scope, Path folder) {
    Path path =
        ScanScope.real(given, folder, " for " + option, "mend the path, or leave the option out");
    if (scope.paths().stream().noneMatch(path::startsWith)) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` for %s is not scanned".formatted(given, option),
              "name it among the paths as well"));
    }
    return path;
  }

  private static PolicyText pattern(Path base, Path path, String option) {
    String relative = SlashedPaths.of(base.relativize(path));
    String glob = relative.isEmpty() ? "**" : relative.replaceAll("[\\\\*?{}\\[\\]]", "\\\\$0");
    return new PolicyText(glob, new PolicyLine("", 1, 1, option));
  }
}
