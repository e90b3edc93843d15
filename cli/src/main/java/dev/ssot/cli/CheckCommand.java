package dev.ssot.cli;

import dev.ssot.cli.git.Repository;
import dev.ssot.reports.ReportOptions;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.ScanRequest;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Scans code and reports: arguments, policy, scan, reports, exit status. */
@Command(
    name = "check",
    description = "Scan Java code and fail where a role has rivals or a path is forbidden.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot check src/main/java",
      "  ssot check --rule unresolved-import --format json",
      "  ssot check --since main",
      "  ssot check --format sarif --output build/ssot.sarif --format console"
    })
final class CheckCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final CheckOptions options = new CheckOptions();

  CheckCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() {
    boolean coloured = options.judging.scan.coloured(surroundings);
    ReportTargets targets = ReportTargets.of(options.targets, surroundings.folder());
    Judging judging = Judging.of(options.judging, surroundings);
    BiFunction<ScanResult, ScanRequest, ScanResult> around =
        (result, scanned) -> options.context.around(result, scanned, targets, streams);
    ScanResult result = options.change.asked() ? compared(judging, around) : plain(judging, around);
    targets.write(
        result,
        options.context::showsCode,
        new ReportOptions(Version.number(), "", coloured),
        streams);
    return result.outcome().exitStatus();
  }

  private ScanResult plain(
      Judging judging, BiFunction<ScanResult, ScanRequest, ScanResult> around) {
    ScanRequest all = judging.request(Overlay.none());
    return around.apply(judging.scan(all, streams), all);
  }

  private ScanResult compared(
      Judging judging, BiFunction<ScanResult, ScanRequest, ScanResult> around) {
    ScanScope scope = judging.scope();
    try (Repository repository =
        Repository.of(
            scope.base(), scope.paths(), surroundings.folder(), surroundings.environment())) {
      return new ChangeRun(options.change, repository)
          .run(
              judging::request,
              scan -> options.judging.scan.scanning(surroundings, streams, scan),
              around);
    }
  }
}
