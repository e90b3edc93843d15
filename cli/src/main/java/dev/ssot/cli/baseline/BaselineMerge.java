package dev.ssot.cli.baseline;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges two baselines that come from one.
 *
 * <p>Each fingerprint is merged by itself, as a number of entries: the number of the side that has
 * changed it; where both have, the greater one if both added, the smaller one if both removed,
 * otherwise both changes. So no two changes are in conflict, and nothing is accepted that neither
 * side accepts; a check of the merged code says if that is too much or too little.
 */
public final class BaselineMerge {

  private BaselineMerge() {}

  /** The entries of the merged baseline. */
  public static List<BaselineEntry> merge(Baseline base, Baseline ours, Baseline theirs) {
    Map<Fingerprint, List<BaselineEntry>> before = byFingerprint(base);
    Map<Fingerprint, List<BaselineEntry>> here = byFingerprint(ours);
    Map<Fingerprint, List<BaselineEntry>> there = byFingerprint(theirs);
    Set<Fingerprint> all = new TreeSet<>(here.keySet());
    all.addAll(there.keySet());
    List<BaselineEntry> merged = new ArrayList<>();
    for (Fingerprint fingerprint : all) {
      merged.addAll(
          merge(
              before.getOrDefault(fingerprint, List.of()),
              here.getOrDefault(fingerprint, List.of()),
              there.getOrDefault(fingerprint, List.of())));
    }
    return merged;
  }

  private static Map<Fingerprint, List<BaselineEntry>> byFingerprint(Baseline baseline) {
    return baseline.lines().stream()
        .map(Baseline.Line::entry)
        .collect(Collectors.groupingBy(BaselineEntry::fingerprint));
  }

  /** Entries of one fingerprint: what both have kept comes first, then what a side has written. */
  private static List<BaselineEntry> merge(
      List<BaselineEntry> base, List<BaselineEntry> ours, List<BaselineEntry> theirs) {
    List<BaselineEntry> written = without(ours, base);
    written.addAll(without(without(theirs, base), written));
    List<BaselineEntry> chosen = new ArrayList<>(both(both(ours, theirs), base));
    chosen.addAll(written);
    chosen.addAll(without(ours, chosen));
    chosen.addAll(without(theirs, chosen));
    return chosen.subList(0, number(base.size(), ours.size(), theirs.size()));
  }

  /** How many entries of one fingerprint are left. */
  static int number(int base, int ours, int theirs) {
    if (ours == base || ours == theirs) {
      return theirs;
    }
    if (theirs == base) {
      return ours;
    }
    if (ours > base && theirs > base) {
      return Math.max(ours, theirs);
    }
    return ours < base && theirs < base ? Math.min(ours, theirs) : ours + theirs - base;
  }

  /** The items of a multiset that are in another as well. */
  private static List<BaselineEntry> both(List<BaselineEntry> all, List<BaselineEntry> others) {
    return without(all, without(all, others));
  }

  /** The items of a multiset that are not in another. */
  private static List<BaselineEntry> without(List<BaselineEntry> all, List<BaselineEntry> others) {
    List<BaselineEntry> rest = new ArrayList<>(all);
    others.forEach(rest::remove);
    return rest;
  }
}
