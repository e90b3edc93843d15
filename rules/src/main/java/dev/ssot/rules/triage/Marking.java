package dev.ssot.rules.triage;

import dev.ssot.rules.catalog.Acceptance;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import dev.ssot.rules.triage.Grants.Grant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Marks what rules have found: suppressed where a suppression covers it, otherwise known where the
 * baseline has an entry left for its fingerprint, otherwise open.
 *
 * <p>A suppression covers all findings of its rule at its place. The entries of a baseline are a
 * multiset: each accepts one finding, in the first place one in the file that it names.
 */
public final class Marking {

  private final Grants grants;
  private final Grounds grounds;
  private final RuleIds rules;
  private final Set<Suppression> used = new HashSet<>();
  private final Map<Fingerprint, List<Baseline.Line>> left = new HashMap<>();

  /** The marking of one scan. */
  public Marking(Grants grants, Grounds grounds, RuleIds rules) {
    this.grants = grants;
    this.grounds = grounds;
    this.rules = rules;
    for (Baseline.Line line : grounds.baseline().lines()) {
      left.computeIfAbsent(line.entry().fingerprint(), key -> new ArrayList<>()).add(line);
    }
  }

  /** The same findings, each with its mark, in the natural order. */
  public List<Finding> mark(List<Finding> findings) {
    List<Finding> marked = new ArrayList<>();
    List<Finding> rest = new ArrayList<>();
    for (Finding finding : findings.stream().sorted().toList()) {
      suppressionOf(finding)
          .ifPresentOrElse(
              suppression -> marked.add(finding.with(new Triage.Suppressed(suppression))),
              () -> rest.add(finding));
    }
    List<Finding> elsewhere = new ArrayList<>();
    for (Finding finding : rest) {
      String path = finding.location().path();
      take(finding, line -> line.entry().path().equals(path))
          .ifPresentOrElse(known -> marked.add(finding.with(known)), () -> elsewhere.add(finding));
    }
    for (Finding finding : elsewhere) {
      marked.add(take(finding, line -> true).map(finding::with).orElse(finding));
    }
    return marked.stream().sorted().toList();
  }

  private Optional<Suppression> suppressionOf(Finding finding) {
    Optional<Suppression> first = Optional.empty();
    for (Grant grant : grants.near(finding)) {
      if (!grant.suppression().isExpiredOn(grounds.today()) && grant.covers(finding)) {
        used.add(grant.suppression());
        first = first.or(() -> Optional.of(grant.suppression()));
      }
    }
    return first;
  }

  /** Takes an entry for a finding out of what is left. */
  private Optional<Triage> take(Finding finding, Predicate<Baseline.Line> wanted) {
    Iterator<Baseline.Line> lines =
        left.getOrDefault(finding.fingerprint(), new ArrayList<>()).iterator();
    while (lines.hasNext()) {
      Baseline.Line line = lines.next();
      if (wanted.test(line)) {
        lines.remove();
        return Optional.of(new Triage.Known(line.number()));
      }
    }
    return Optional.empty();
  }

  /**
   * What the acceptance came to, once the findings are marked.
   *
   * @param scanned whether the scan would have found what an entry accepts
   * @param whole whether everything below the base was scanned
   * @param incomplete whether something was not read or not understood
   */
  public Acceptance acceptance(
      Predicate<BaselineEntry> scanned, boolean whole, boolean incomplete) {
    String blind =
        incomplete ? "the scan is incomplete, so what accepts nothing cannot be told" : "";
    return new Acceptance(suppressions(whole), entries(scanned), blind);
  }

  private Acceptance.Suppressions suppressions(boolean whole) {
    List<Suppression> all = grants.all().stream().map(Grant::suppression).toList();
    List<Suppression> expired =
        all.stream().filter(suppression -> suppression.isExpiredOn(grounds.today())).toList();
    List<Suppression> judged =
        grants.all().stream()
            .filter(grant -> whole || grant.seen())
            .map(Grant::suppression)
            .filter(suppression -> !suppression.isExpiredOn(grounds.today()))
            .filter(suppression -> !rules.isSilent(suppression.rule()))
            .toList();
    return new Acceptance.Suppressions(
        all.size() + grants.malformed().size(),
        grants.malformed(),
        expired,
        judged.size(),
        judged.stream().filter(suppression -> !used.contains(suppression)).toList());
  }

  private Acceptance.Entries entries(Predicate<BaselineEntry> scanned) {
    Predicate<Baseline.Line> judged =
        line -> !rules.isSilent(line.entry().rule()) && scanned.test(line.entry());
    Set<Baseline.Line> unmatched = new HashSet<>();
    left.values().stream().flatMap(Collection::stream).forEach(unmatched::add);
    List<Baseline.Line> all = grounds.baseline().lines();
    List<Baseline.Line> looked =
        all.stream().filter(line -> !unmatched.contains(line) || judged.test(line)).toList();
    return new Acceptance.Entries(
        grounds.baseline().path(),
        looked.size(),
        looked.stream().filter(unmatched::contains).toList());
  }
}
