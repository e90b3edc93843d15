package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.MemberMatch;
import dev.ssot.rules.model.MemberRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds for each method of one type its counterpart in another: by body, by name, by both.
 *
 * <p>The best matches are taken first and each method is used once.
 */
final class MemberMatching {

  private static final int ALIKE = 45;
  private static final int SAME_NAME_BONUS = 40;
  private static final int SAME_SHAPE_BONUS = 5;

  private record Match(MethodFact left, MethodFact right, int similarity, int rank) {}

  private final List<MemberMatch> matches = new ArrayList<>();
  private final List<MemberRef> onlyRight = new ArrayList<>();

  MemberMatching(TypeFact left, TypeFact right) {
    List<MethodFact> lefts = methods(left);
    List<MethodFact> rights = methods(right);
    List<Match> taken = best(candidates(lefts, rights));
    taken.sort(Comparator.comparing((Match match) -> match.left().region()));
    Set<MethodFact> used = none();
    for (Match match : taken) {
      used.add(match.right());
      matches.add(new MemberMatch(ref(match.left()), ref(match.right()), match.similarity()));
    }
    rights.stream().filter(method -> !used.contains(method)).forEach(m -> onlyRight.add(ref(m)));
  }

  /** Methods of one type are told apart without reading them. */
  private static Set<MethodFact> none() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static List<MethodFact> methods(TypeFact type) {
    return type.methods().stream().filter(method -> !method.isConstructor()).toList();
  }

  private static List<Match> candidates(List<MethodFact> lefts, List<MethodFact> rights) {
    List<Match> candidates = new ArrayList<>();
    for (MethodFact left : lefts) {
      for (MethodFact right : rights) {
        int similarity = similarity(left, right);
        boolean sameName = left.name().equals(right.name());
        if (sameName || (similarity >= ALIKE && !left.traits().accessor())) {
          int shape = left.parameters().equals(right.parameters()) ? SAME_SHAPE_BONUS : 0;
          int rank = similarity + shape + (sameName ? SAME_NAME_BONUS : 0);
          candidates.add(new Match(left, right, similarity, rank));
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt((Match match) -> -match.rank())
            .thenComparing(match -> match.left().region())
            .thenComparing(match -> match.right().region()));
    return candidates;
  }

  private static List<Match> best(List<Match> candidates) {
    Set<MethodFact> left = none();
    Set<MethodFact> right = none();
    List<Match> taken = new ArrayList<>();
    for (Match match : candidates) {
      if (!left.contains(match.left()) && !right.contains(match.right())) {
        left.add(match.left());
        right.add(match.right());
        taken.add(match);
      }
    }
    return taken;
  }

  /** The share of both bodies' fingerprints that is in both, 0 to 100, names aside. */
  static int similarity(MethodFact left, MethodFact right) {
    int shared = left.body().renamed().sharedWith(right.body().renamed());
    int all = left.body().renamed().size() + right.body().renamed().size() - shared;
    return all == 0 ? 0 : 100 * shared / all;
  }

  private static MemberRef ref(MethodFact method) {
    return new MemberRef(method.signature(), method.region());
  }

  List<MemberMatch> matches() {
    return matches;
  }

  /** Methods of the second type that have no counterpart, in the order of declaration. */
  List<MemberRef> onlyRight() {
    return onlyRight;
  }
}
