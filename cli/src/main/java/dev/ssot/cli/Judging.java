package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the arguments of a command ask to be judged, in any state of the code. */
final class Judging {

  private final JudgingOptions options;
  private final Surroundings surroundings;
  private final ScanScope scope;
  private final Set<String> rules;
  private final int threads;
  private final ClassSelection classes;

  private Judging(JudgingOptions options, List<Path> paths, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
    this.rules = rules(options);
    this.threads = Threads.of(options.scan.threads);
    this.scope = options.scan.scope(paths, surroundings.folder());
    check(options);
    this.classes = options.classes.selection(surroundings.folder());
  }

  /**
   * Reads the arguments.
   *
   * @throws Rejection if they are wrong
   */
  static Judging of(JudgingOptions options, Surroundings surroundings) {
    return new Judging(options, options.paths, surroundings);
  }

  /**
   * Reads the arguments but for the paths.
   *
   * @throws Rejection if they are wrong
   */
  static Judging of(JudgingOptions options, List<Path> paths, Surroundings surroundings) {
    return new Judging(options, paths, surroundings);
  }

  private static Set<String> rules(JudgingOptions options) {
    Set<String> rules = new TreeSet<>();
    options.rules.forEach(rule -> rules.add(Choice.of("rule", rule, RuleNames.all())));
    return rules;
  }

  /**
   * Reads what does not depend on any file.
   *
   * @throws Rejection if it is wrong
   */
  static void check(JudgingOptions options) {
    rules(options);
    Threads.of(options.scan.threads);
    if (options.noBaseline && options.baseline != null) {
      throw new Rejection(
          Diagnostic.of(
              "--baseline and --no-baseline contradict each other", "leave one of the two out"));
    }
  }

  ScanScope scope() {
    return scope;
  }

  /**
   * What to scan of a state, with the policy and the baseline that it has.
   *
   * @throws Rejection if one of them is wrong
   */
  ScanRequest request(Overlay files) {
    return options.scan.cached(uncached(files), surroundings);
  }

  /**
   * The same without what earlier scans left.
   *
   * @throws Rejection if policy or baseline is wrong
   */
  ScanRequest uncached(Overlay files) {
    StateFiles state = new StateFiles(scope, files, !options.scan.noPolicy);
    Policy policy =
        options.scan.sources.telling(scope, surroundings.folder()).apply(gated(state.policy()));
    Grounds grounds = new Grounds(surroundings.today(), baseline(state, policy));
    return new ScanRequest(scope.base(), scope.paths(), policy, rules, grounds, threads)
        .with(files)
        .with(classes);
  }

  /** Scans what is asked for, as it is on disk. */
  ScanResult scan(ScanRequest all, Streams streams) {
    return options.scan.scanning(surroundings, streams, listener -> Scan.run(all, listener));
  }

  /**
   * The folders of the policy, of the baseline and of files that were named, and those on the way
   * to what is scanned.
   */
  Set<Path> folders() {
    Stream<Path> baseline = options.baseline == null ? Stream.empty() : Stream.of(options.baseline);
    Set<Path> folders = new TreeSet<>(Set.of(scope.base()));
    Stream.of(
            scope.policy().stream(),
            baseline.map(surroundings.folder()::resolve),
            scope.paths().stream().filter(Files::isRegularFile))
        .flatMap(files -> files)
        .map(file -> file.toAbsolutePath().getParent())
        .filter(Files::isDirectory)
        .forEach(folders::add);
    scope.paths().forEach(path -> addAbove(path, folders));
    return folders;
  }

  private void addAbove(Path path, Set<Path> folders) {
    for (Path above = path.getParent();
        above != null && above.startsWith(scope.base());
        above = above.getParent()) {
      folders.add(above);
    }
  }

  private Policy gated(Policy policy) {
    return options.failOn.isEmpty()
        ? policy
        : policy.with(new Gate(severity(options.failOn), policy.gate().minimumScore()));
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
