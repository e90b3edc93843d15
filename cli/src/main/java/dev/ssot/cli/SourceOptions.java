package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
   * The request with what the arguments say.
   *
   * @param folder what they are relative to
   * @throws Rejection if a path does not exist or is not scanned
   */
  ScanRequest told(ScanRequest request, Path folder) {
    if (tests.isEmpty() && generated.isEmpty()) {
      return request;
    }
    return request.with(
        request
            .policy()
            .with(
                request
                    .policy()
                    .sources()
                    .and(
                        patterns("--tests", tests, request, folder),
                        patterns("--generated", generated, request, folder))));
  }

  private static List<PolicyText> patterns(
      String option, List<Path> given, ScanRequest request, Path folder) {
    return given.stream()
        .map(path -> pattern(request, scanned(option, path, request, folder), option))
        .toList();
  }

  private static Path scanned(String option, Path given, ScanRequest request, Path folder) {
    Path path =
        ScanScope.real(given, folder, " for " + option, "mend the path, or leave the option out");
    if (request.paths().stream().noneMatch(path::startsWith)) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` for %s is not scanned".formatted(given, option),
              "name it among the paths as well"));
    }
    return path;
  }

  private static PolicyText pattern(ScanRequest request, Path path, String option) {
    String relative = SlashedPaths.of(request.base().relativize(path));
    String glob = relative.isEmpty() ? "**" : relative.replaceAll("[\\\\*?{}\\[\\]]", "\\\\$0");
    return new PolicyText(glob, new PolicyLine("", 1, 1, option));
  }
}
