package dev.ssot.cli;

import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.reports.Reporter;
import dev.ssot.reports.Reporters;
import dev.ssot.rules.model.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which report goes where.
 *
 * <p>An output belongs to the format that it follows. Where there are as many outputs as formats,
 * the n-th belongs to the n-th, so that all formats may come first. A format without an output goes
 * to standard output, which takes one report.
 */
final class ReportTargets {

  private final List<Destination<Reporter>> targets;

  private ReportTargets(List<Destination<Reporter>> targets) {
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
    return new ReportTargets(
        Destination.of(
            given, folder, Reporters.formats(), name -> Reporters.named(name).orElseThrow()));
  }

  /** Whether one of the reports is of that kind. */
  boolean anyWants(Predicate<Reporter> kind) {
    return targets.stream().map(Destination::form).anyMatch(kind);
  }

  /**
   * Writes every report.
   *
   * @param showsCode which of them hold code
   */
  void write(
      ScanResult result, Predicate<Reporter> showsCode, ReportOptions options, Streams streams) {
    ScanResult bare = result.with(result.context().withExcerpts(List.of()));
    for (Destination<Reporter> target : targets) {
      ScanResult shown = showsCode.test(target.form()) ? result : bare;
      ReportOptions fitting = target.fitting(options);
      target.write(streams, out -> target.form().write(shown, fitting, out));
    }
  }
}
