package dev.ssot.rules.change;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Novelty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Tells the findings of a scan that a change has introduced from those that were there before.
 *
 * <p>Findings are matched by fingerprint, as multisets, each earlier one at most once: in the first
 * place with one at the same lines of the same file, then of the same file, then anywhere. An open
 * finding is matched by an open one that was no milder, because whatever fails a check now and did
 * not before is new to whoever has to mend it; an accepted one by any that is left.
 */
public final class Introduced {

  private static final List<BiPredicate<Finding, Finding>> NEARNESS =
      List.of(
          (now, then) -> now.location().equals(then.location()),
          (now, then) -> now.location().path().equals(then.location().path()),
          (now, then) -> true);

  private final Map<Fingerprint, List<Finding>> left = new HashMap<>();

  private Introduced(List<Finding> before) {
    for (Finding finding : before) {
      left.computeIfAbsent(finding.fingerprint(), key -> new ArrayList<>()).add(finding);
    }
  }

  /** The findings, in their order, each with its novelty. */
  public static List<Finding> mark(List<Finding> now, List<Finding> before) {
    Introduced introduced = new Introduced(before);
    Map<Boolean, List<Finding>> byOpen =
        now.stream().collect(Collectors.partitioningBy(Finding::isOpen));
    List<Finding> marked = new ArrayList<>();
    introduced.match(
        byOpen.getOrDefault(true, List.of()),
        (finding, then) -> then.isOpen() && then.severity().reaches(finding.severity()),
        marked);
    introduced.match(byOpen.getOrDefault(false, List.of()), (finding, then) -> true, marked);
    return marked.stream().sorted().toList();
  }

  private void match(
      List<Finding> now, BiPredicate<Finding, Finding> allowed, List<Finding> marked) {
    List<Finding> unmatched = now;
    for (BiPredicate<Finding, Finding> near : NEARNESS) {
      List<Finding> rest = new ArrayList<>();
      for (Finding finding : unmatched) {
        if (take(finding, allowed.and(near))) {
          marked.add(finding.with(Novelty.THERE_BEFORE));
        } else {
          rest.add(finding);
        }
      }
      unmatched = rest;
    }
    unmatched.forEach(finding -> marked.add(finding.with(Novelty.INTRODUCED)));
  }

  private boolean take(Finding finding, BiPredicate<Finding, Finding> matches) {
    Iterator<Finding> earlier =
        left.getOrDefault(finding.fingerprint(), new ArrayList<>()).iterator();
    while (earlier.hasNext()) {
      if (matches.test(finding, earlier.next())) {
        earlier.remove();
        return true;
      }
    }
    return false;
  }
}
