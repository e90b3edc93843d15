package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Catalog;
import dev.ssot.rules.change.Growth;
import dev.ssot.rules.change.Introduced;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.source.KnownFacts;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Deletions;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.ScanResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Scans code before and after a change, and tells what the change introduced.
 *
 * <p>Each state is judged by its own policy and baseline, on the same day: what is introduced is
 * what a check after the change reports and a check before it did not. Facts of files that are the
 * same in both are read once.
 */
public final class ChangeScan {

  /**
   * What to compare.
   *
   * @param base where the state before comes from
   * @param before that state
   * @param strict whether permissions that the change adds fail the scan
   * @param deletions what was deleted before
   */
  public record Comparison(Change.Base base, Earlier before, boolean strict, Deletions deletions) {}

  /**
   * The state before a change.
   *
   * @param requests how to scan it; none where it cannot be judged
   * @param refusal why it cannot be judged, or the empty string
   */
  public record Earlier(List<ScanRequest> requests, String refusal) {

    public Earlier {
      requests = List.copyOf(requests);
    }

    /** A state that can be scanned. */
    public static Earlier of(ScanRequest request) {
      return new Earlier(List.of(request), "");
    }

    /** A state that cannot be judged, so that all that is there now counts as introduced. */
    public static Earlier refused(String why) {
      return new Earlier(List.of(), why);
    }
  }

  /** What is known of the state before. */
  private record Known(Codebase codebase, Optional<Scan.Judged> judged, String refusal) {

    static Known nothing(String why) {
      return new Known(new Codebase(List.of(), List.of()), Optional.empty(), why);
    }
  }

  private final ScanRequest after;
  private final Comparison comparison;
  private final ScanListener listener;

  private ChangeScan(ScanRequest after, Comparison comparison, ScanListener listener) {
    this.after = after;
    this.comparison = comparison;
    this.listener = listener;
  }

  /**
   * Scans both states; the result is that of the state after.
   *
   * @throws ScanRefusal if the request for the state after cannot give an honest answer
   */
  public static ScanResult run(ScanRequest after, Comparison comparison, ScanListener listener) {
    return new ChangeScan(after, comparison, listener).compared();
  }

  private ScanResult compared() {
    Wanted wanted = Scan.wanted(after.policy());
    for (ScanRequest request : comparison.before().requests()) {
      wanted = wanted.and(Scan.wanted(request.policy()));
    }
    KnownFacts facts = Reading.known(after, wanted);
    Sources now = Reading.of(after, wanted, facts, listener);
    Known known = before(wanted, facts);
    Refusals.checkKept(after, now, known.codebase());
    Scan.Judged judged = Scan.judged(after, now, Optional.of(known.codebase()), true);
    List<Finding> findings =
        new Resurrections(comparison.deletions(), known.codebase(), now.codebase())
            .mark(findings(judged.result(), known.judged().map(Scan.Judged::result)));
    return judged
        .result()
        .with(
            findings,
            new Change(
                comparison.base(),
                known
                    .judged()
                    .map(then -> outcome(then.result()))
                    .orElseGet(() -> Change.Before.refused(known.refusal())),
                Growth.between(
                    known.judged().map(Scan.Judged::permissions).orElseGet(Scan::standard),
                    judged.permissions()),
                comparison.strict()));
  }

  private Known before(Wanted wanted, KnownFacts facts) {
    if (comparison.before().requests().isEmpty()) {
      return Known.nothing(comparison.before().refusal());
    }
    ScanRequest request = comparison.before().requests().get(0);
    try {
      Sources sources = Reading.of(request, wanted, facts, ScanListener.silent());
      return new Known(
          sources.codebase(),
          Optional.of(Scan.judged(request, sources, Optional.empty(), false)),
          "");
    } catch (ScanRefusal refusal) {
      return Known.nothing(String.valueOf(refusal.getMessage()));
    }
  }

  private static Change.Before outcome(ScanResult before) {
    return new Change.Before(
        "",
        before.compliance().total(),
        before.compliance().gateMissed(),
        before.coverage().problems().stream()
            .filter(problem -> problem.kind().incomplete())
            .toList());
  }

  private List<Finding> findings(ScanResult now, Optional<ScanResult> before) {
    List<Finding> compared = new ArrayList<>();
    List<Finding> rest = new ArrayList<>();
    Set<String> blind = before.map(then -> onlyNow(now, then)).orElse(Set.of());
    Set<String> changed = changed();
    for (Finding finding : now.findings()) {
      if (blind.contains(finding.rule())) {
        boolean touched = changed.contains(finding.location().path());
        compared.add(finding.with(touched ? Novelty.INTRODUCED : Novelty.THERE_BEFORE));
      } else {
        rest.add(finding);
      }
    }
    compared.addAll(Introduced.mark(rest, before.map(ScanResult::findings).orElseGet(List::of)));
    return compared;
  }

  /**
   * Rules whose findings cannot be compared, as there are class files of the state now only. Their
   * findings count as introduced in files that have changed.
   */
  private static Set<String> onlyNow(ScanResult now, ScanResult before) {
    Set<String> rules = new HashSet<>();
    now.rules().stream()
        .filter(rule -> rule.tags().contains(Catalog.OF_CLASS_FILES))
        .filter(rule -> ran(rule.id(), now) && !ran(rule.id(), before))
        .forEach(rule -> rules.add(rule.id()));
    return rules;
  }

  private static boolean ran(String rule, ScanResult result) {
    return result.coverage().rules().stream()
        .anyMatch(coverage -> coverage.rule().equals(rule) && coverage.ran());
  }

  private Set<String> changed() {
    Set<String> changed = new HashSet<>(after.overlay().paths());
    comparison.before().requests().forEach(request -> changed.addAll(request.overlay().paths()));
    return changed;
  }
}
