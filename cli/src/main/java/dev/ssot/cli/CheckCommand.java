package dev.ssot.cli;

import dev.ssot.cli.git.Repository;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Policy.Gate;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.scan.ClassSelection;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    Set<String> rules = new TreeSet<>();
    options.rules.forEach(rule -> rules.add(Choice.of("rule", rule, RuleNames.all())));
    int threads = Threads.of(options.scan.threads);
    boolean coloured = options.scan.coloured(surroundings);
    ReportTargets targets = ReportTargets.of(options.targets, surroundings.folder());
    ScanScope scope = options.scan.scope(options.paths, surroundings.folder());
    refuseContradiction();
    ClassSelection classes = options.classes.selection(surroundings.folder());
    Function<Overlay, ScanRequest> request =
        files -> {
          StateFiles state = new StateFiles(scope, files, !options.scan.noPolicy);
          Policy policy = gated(state.policy());
          Grounds grounds = new Grounds(surroundings.today(), baseline(state, policy));
          return options.scan.cached(
              new ScanRequest(scope.base(), scope.paths(), policy, rules, grounds, threads)
                  .with(files)
                  .with(classes),
              surroundings);
        };
    BiFunction<ScanResult, ScanRequest, ScanResult> around =
        (result, scanned) -> options.context.around(result, scanned, targets, streams);
    ScanResult result =
        options.change.asked() ? compared(scope, request, around) : plain(request, around);
    targets.write(
        result,
        options.context::showsCode,
        new ReportOptions(Version.number(), "", coloured),
        streams);
    return result.outcome().exitStatus();
  }

  private ScanResult plain(
      Function<Overlay, ScanRequest> request,
      BiFunction<ScanResult, ScanRequest, ScanResult> around) {
    ScanRequest all = request.apply(Overlay.none());
    return around.apply(
        options.scan.scanning(surroundings, streams, listener -> Scan.run(all, listener)), all);
  }

  private ScanResult compared(
      ScanScope scope,
      Function<Overlay, ScanRequest> request,
      BiFunction<ScanResult, ScanRequest, ScanResult> around) {
    try (Repository repository =
        Repository.of(
            scope.base(), scope.paths(), surroundings.folder(), surroundings.environment())) {
      return new ChangeRun(options.change, repository)
          .run(request, scan -> options.scan.scanning(surroundings, streams, scan), around);
    }
  }

  private Policy gated(Policy policy) {
    return options.failOn.isEmpty()
        ? policy
        : policy.with(new Gate(severity(options.failOn), policy.gate().minimumScore()));
  }

  private void refuseContradiction() {
    if (options.noBaseline && options.baseline != null) {
      throw new Rejection(
          Diagnostic.of(
              "--baseline and --no-baseline contradict each other", "leave one of the two out"));
    }
  }

  private Baseline baseline(StateFiles state, Policy policy) {
    return options.noBaseline
        ? Baseline.none()
        : state.baseline(options.baseline, policy, surroundings.folder());
  }

  private static Severity severity(String word) {
    List<String> words = Arrays.stream(Severity.values()).map(Severity::label).toList();
    return Severity.valueOf(Choice.of("value of --fail-on", word, words).toUpperCase(Locale.ROOT));
  }
}
