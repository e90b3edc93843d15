package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.PolicyReader;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanCache;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The arguments of every command that reads code. */
final class ScanOptions {

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy; otherwise ssot.yaml in the folder of PATH or above it.")
  @Nullable Path policy;

  @Option(
      names = "--no-policy",
      description = "Read no policy, even where there is one: discovery only.")
  boolean noPolicy;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      completionCandidates = Colours.class,
      description = "Colour the console report: ${COMPLETION-CANDIDATES} (default: auto).")
  String color = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Files read at once (default: one a processor); the result is the same.")
  @Nullable Integer threads;

  @Option(
      names = "--progress",
      negatable = true,
      description = "Show progress on standard error (default: on a terminal).")
  @Nullable Boolean progress;

  @Mixin final SourceOptions sources = new SourceOptions();

  @Mixin final CacheOptions cache = new CacheOptions();

  private final Set<String> told = new HashSet<>();
  private @Nullable ScanCache facts;
  private boolean stays;

  /**
   * Where the scan takes place.
   *
   * @throws Rejection if the arguments contradict each other or a path does not exist
   */
  ScanScope scope(List<Path> paths, Path folder) {
    if (noPolicy && policy != null) {
      throw new Rejection(
          Diagnostic.of(
              "--policy and --no-policy contradict each other", "leave one of the two out"));
    }
    return noPolicy
        ? ScanScope.withoutPolicy(paths, folder)
        : ScanScope.locate(paths, policy, folder);
  }

  /** The policy of a scope; an empty one where there is no file. */
  static Policy policy(ScanScope scope) {
    return scope
        .policy()
        .map(file -> policyReader().read(file, scope.name(file)))
        .orElseGet(Policy::none);
  }

  /** A reader of policies that knows the rules. */
  static PolicyReader policyReader() {
    return new PolicyReader(RuleNames.all(), Scan.acceptable());
  }

  /**
   * What to read for a question that knows no baseline.
   *
   * @throws Rejection if an argument or the policy is wrong
   */
  ScanRequest request(List<Path> paths, Surroundings surroundings) {
    ScanScope scope = scope(paths, surroundings.folder());
    Grounds grounds = new Grounds(surroundings.today(), Baseline.none());
    return request(scope, policy(scope), grounds, surroundings);
  }

  /** What to scan, by all rules. */
  ScanRequest request(ScanScope scope, Policy policy, Grounds grounds, Surroundings surroundings) {
    return request(scope, policy, grounds, Set.of(), surroundings);
  }

  /**
   * What to scan.
   *
   * @param rules ids of the rules to scan by; none for all
   */
  ScanRequest request(
      ScanScope scope,
      Policy policy,
      Grounds grounds,
      Set<String> rules,
      Surroundings surroundings) {
    int read = Threads.of(threads);
    Policy told = sources.telling(scope, surroundings.folder()).apply(policy);
    return cached(
        new ScanRequest(scope.base(), scope.paths(), told, rules, grounds, read), surroundings);
  }

  /** A request that is given what earlier scans left, the same for all requests of a run. */
  ScanRequest cached(ScanRequest request, Surroundings surroundings) {
    if (facts == null) {
      facts = cache.of(request.base(), surroundings, stays);
    }
    return request.with(facts);
  }

  /**
   * Has the facts of several states of the code kept together.
   *
   * @param base the folder that the states are of
   */
  void ofStates(Path base, Surroundings surroundings) {
    facts = cache.ofStates(base, surroundings);
  }

  /** Has facts stay in memory from one scan of the run to the next. */
  void stay() {
    stays = true;
  }

  /** Tells the scans of the run what has changed on disk since the last one, where it is known. */
  void changed(Optional<Set<Path>> where) {
    if (facts != null) {
      facts.changed(where);
    }
  }

  /** The real folders in which the last scan of the run looked for sources. */
  Set<Path> folders() {
    return facts == null ? Set.of() : facts.folders();
  }

  /** Runs what reads code, with its progress shown, and tells what became of the cache. */
  <A> A scanning(Surroundings surroundings, Streams streams, Function<ScanListener, A> scan) {
    ScanCache used = facts == null ? ScanCache.none() : facts;
    A answer;
    try (ProgressLine line = ProgressLine.of(progress, surroundings, streams)) {
      answer = scan.apply(line);
    } finally {
      used.close();
    }
    tell(used, surroundings, streams);
    return answer;
  }

  private void tell(ScanCache used, Surroundings surroundings, Streams streams) {
    used.damages().forEach(why -> tell("the cache is damaged and is rebuilt: " + why, streams));
    if (cache.isChosen(surroundings)) {
      used.failures().forEach(why -> tell("the cache " + why, streams));
    }
    if (!used.differences().isEmpty()) {
      throw new CacheDiffers(used.differences());
    }
    if (used.resultDiffers()) {
      throw new CacheDiffers();
    }
  }

  /** Says something once in a run. */
  private void tell(String remark, Streams streams) {
    if (told.add(remark)) {
      streams.remark(remark);
    }
  }

  /** The value of {@code --color}. */
  Colour colour() {
    return Colour.of(Choice.of("value of --color", color, Colour.words()));
  }

  /** Whether the console form is to be coloured. */
  boolean coloured(Surroundings surroundings) {
    return colour().on(surroundings, surroundings.terminals().out());
  }

  /** Words for {@code --color}. */
  static final class Colours implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Colour.words().iterator();
    }
  }
}
