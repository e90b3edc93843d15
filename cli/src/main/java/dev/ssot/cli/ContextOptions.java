package dev.ssot.cli;

import dev.ssot.reports.Reporter;
import dev.ssot.rules.model.FindingContext;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.Excerpts;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The arguments that say what a report shows around its findings. */
final class ContextOptions {

  @Option(
      names = "--excerpts",
      negatable = true,
      description =
          "Put the code that findings point at into the reports: html has it unless told"
              + " otherwise, json only if it is asked for.")
  @Nullable Boolean excerpts;

  /** When this run began; a file that has changed since then is not what was scanned. */
  private final FileTime started = FileTime.from(Instant.now());

  /** Whether a report in a format holds code. */
  boolean showsCode(Reporter reporter) {
    return excerpts == null ? reporter.showsCode() : excerpts;
  }

  /**
   * The result with the owners of its files and, where a report wants it, with code.
   *
   * @param request what was scanned
   */
  ScanResult around(
      ScanResult result, ScanRequest request, ReportTargets targets, Streams streams) {
    FindingContext context =
        new FindingContext(
            targets.anyWants(this::showsCode) ? Excerpts.of(request, result, started) : List.of(),
            new OwnersFile(request.base(), request.overlay()).of(result, streams));
    return result.with(context);
  }
}
