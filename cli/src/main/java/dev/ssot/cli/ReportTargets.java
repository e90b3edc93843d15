package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.reports.Reporter;
import dev.ssot.reports.Reporters;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which report goes where.
 *
 * <p>An output belongs to the format that it follows. Where there are as many outputs as formats,
 * the n-th belongs to the n-th, so that all formats may come first. A format without an output goes
 * to standard output, which takes one report.
 */
final class ReportTargets {

  private static final Path STANDARD_OUTPUT = Path.of("-");

  /** One report; without a file it goes to standard output. */
  private record Target(Reporter reporter, Optional<Path> file) {}

  private final List<Target> targets;

  private ReportTargets(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /**
   * Pairs formats and outputs.
   *
   * @param given in the order of the command line
   * @param folder what relative outputs are relative to
   * @throws Rejection if they cannot be paired or a target cannot take a report
   */
  static ReportTargets of(List<CheckOptions.Target> given, Path folder) {
    List<Target> targets = new ArrayList<>();
    for (ReportChoice choice : ReportChoice.pair(given)) {
      String format = Choice.of("format", choice.format(), Reporters.formats());
      Optional<Path> file =
          choice
              .output()
              .filter(output -> !output.equals(STANDARD_OUTPUT))
              .map(output -> ReportFile.check(output, folder));
      targets.add(new Target(Reporters.named(format).orElseThrow(), file));
    }
    refuseSharedTargets(targets);
    return new ReportTargets(targets);
  }

  private static void refuseSharedTargets(List<Target> targets) {
    Set<Optional<Path>> seen = new HashSet<>();
    for (Target target : targets) {
      if (!seen.add(target.file())) {
        String where = target.file().map(Path::toString).orElse("standard output");
        throw new Rejection(
            Diagnostic.of(
                "two reports go to " + where,
                "give each --format an --output of its own; one may do without"));
      }
    }
  }

  /** Whether one of the reports is of that kind. */
  boolean anyWants(Predicate<Reporter> kind) {
    return targets.stream().map(Target::reporter).anyMatch(kind);
  }

  /**
   * Writes every report.
   *
   * @param showsCode which of them hold code
   */
  void write(
      ScanResult result, Predicate<Reporter> showsCode, ReportOptions options, Streams streams) {
    ScanResult bare = result.with(result.context().withExcerpts(List.of()));
    for (Target target : targets) {
      ScanResult shown = showsCode.test(target.reporter()) ? result : bare;
      try {
        if (target.file().isPresent()) {
          ReportOptions plain = ReportOptions.plain(options.toolVersion());
          ReportFile.write(target.file().get(), out -> target.reporter().write(shown, plain, out));
        } else {
          target.reporter().write(shown, options, streams.bytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
