package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds types that have become rivals of each other where no policy names a canonical.
 *
 * <p>Pairs that share rare features are looked at more closely. A pair is left alone when {@link
 * OtherReasons} explain its likeness, when one of the two is like many others, as the members of a
 * pattern are, or when one forwards to the other. Of the rest the {@link DiscoveryModel} decides,
 * first whether there is cause for suspicion, then whether a maintainer would merge the two.
 */
final class Discovery {

  private static final int SMALLEST = 100;
  private static final int SUSPECT = 70;
  private static final int THRESHOLD = 60;
  private static final int ALIKE = 70;
  private static final double MUCH = 0.4;
  private static final int ENOUGH_BODIES = 12;
  private static final double SAME_CODE = 0.85;

  /** From here on new names excuse nothing where one of two types is used and the other is not. */
  private static final double MOSTLY = 0.7;

  private static final int SURE = 90;
  private static final int LIKE_MANY = 4;

  private final Function<Set<String>, UsageIndex> usages;
  private final LikenessMeasure measure;
  private final DiscoveryModel model;
  private final OtherReasons reasons;
  private final Shims shims;
  private final List<Profile> eligible = new ArrayList<>();
  private final ProfileIndex index;

  Discovery(
      Codebase codebase,
      ProfileIndex index,
      Hierarchy hierarchy,
      Classifier classifier,
      Shims shims,
      LikenessMeasure measure,
      OtherReasons reasons,
      Function<Set<String>, UsageIndex> usages) {
    this.usages = usages;
    this.index = index;
    this.measure = measure;
    this.model = new DiscoveryModel(index, measure);
    this.reasons = reasons;
    this.shims = shims;
    for (TypeEntry entry : codebase.types()) {
      Profile profile = index.of(entry);
      if (profile.tokens() >= SMALLEST
          && entry.type().isTopLevel()
          && classifier.classify(entry) == TypeClass.IMPLEMENTATION) {
        eligible.add(profile);
      }
    }
  }

  /** Number of types that were looked at. */
  int looked() {
    return eligible.size();
  }

  /** The packages of the types that were looked at, one for each type. */
  List<String> packages() {
    return eligible.stream().map(profile -> profile.entry.unit().packageName()).toList();
  }

  /** Two types that are alike, for whatever reason. */
  private record Alike(Profile one, Profile other, Likeness likeness) {

    boolean isOneName() {
      return one.entry.name().equals(other.entry.name());
    }

    Pair pair(int confidence) {
      return new Pair(one.entry, other.entry, confidence);
    }
  }

  /**
   * What was found.
   *
   * @param pairs the pairs of rivals, in the order of ids
   * @param usages who uses their types
   * @param couples what the candidates share
   */
  record Outcome(List<Pair> pairs, UsageIndex usages, Couples couples) {

    Outcome {
      pairs = List.copyOf(pairs);
    }
  }

  /** Looks for pairs of rivals, with what is known of the candidates already. */
  Outcome run(Optional<Earlier> earlier) {
    Couples couples = couples(earlier);
    List<Alike> alike = alike(couples);
    Map<Integer, Integer> partners = new HashMap<>();
    for (Alike two : alike) {
      partners.merge(two.one().id(), 1, Integer::sum);
      partners.merge(two.other().id(), 1, Integer::sum);
    }
    List<Alike> suspects = new ArrayList<>();
    for (Alike two : alike) {
      if (two.isOneName() ? areEditions(two) : !isPattern(two, partners) && isSuspect(two)) {
        suspects.add(two);
      }
    }
    return rivals(suspects, couples);
  }

  /** Holds the candidates against one another, those of several types at once. */
  private Couples couples(Optional<Earlier> earlier) {
    Candidates candidates = new Candidates(index, eligible);
    int[][] partners = candidates.partners(earlier);
    for (Profile one : eligible) {
      if (partners[one.id()].length > 0) {
        prepare(one, earlier);
        for (int other : partners[one.id()]) {
          prepare(index.all().get(other), earlier);
        }
      }
    }
    return new Couples(
        partners,
        index.all().parallelStream().map(one -> known(one, partners[one.id()], earlier)).toList(),
        candidates.ids());
  }

  private void prepare(Profile profile, Optional<Earlier> earlier) {
    Set<String> ancestors = measure.prepare(profile.entry);
    earlier.ifPresent(known -> known.prepare(profile, ancestors));
  }

  private List<Couples.Known> known(Profile one, int[] partners, Optional<Earlier> earlier) {
    List<Couples.Known> known = new ArrayList<>(partners.length);
    for (int other : partners) {
      known.add(known(one, index.all().get(other), earlier));
    }
    return known;
  }

  private Couples.Known known(Profile one, Profile other, Optional<Earlier> earlier) {
    Optional<Couples.Known> before = earlier.flatMap(look -> look.of(one, other));
    boolean asMany = earlier.filter(look -> look.hadTypes(index.all().size())).isPresent();
    if (before.isPresent() && asMany && LikenessMeasure.areSame(one, other)) {
      return before.get();
    }
    Shared shared =
        before
            .map(known -> measure.shared(one, other, known.shared()))
            .orElseGet(() -> measure.shared(one, other));
    Likeness likeness = measure.weighed(shared, one, other);
    return new Couples.Known(shared, likeness, areAlike(one, other, likeness));
  }

  private static boolean areAlike(Profile one, Profile other, Likeness likeness) {
    return isCopied(likeness, MUCH)
        || one.entry.name().equals(other.entry.name())
        || new Strengths(likeness).confidence() >= ALIKE;
  }

  private List<Alike> alike(Couples couples) {
    List<Alike> alike = new ArrayList<>();
    for (Profile one : eligible) {
      int[] partners = couples.partners(one.id());
      for (int i = 0; i < partners.length; i++) {
        Couples.Known known = couples.known(one.id()).get(i);
        if (known.alike()) {
          alike.add(new Alike(one, index.all().get(partners[i]), known.likeness()));
        }
      }
    }
    return alike;
  }

  private Outcome rivals(List<Alike> suspects, Couples couples) {
    Set<String> names = new TreeSet<>();
    suspects.forEach(
        two -> names.addAll(List.of(two.one().entry.name(), two.other().entry.name())));
    UsageIndex used = usages.apply(names);
    List<Pair> pairs = new ArrayList<>();
    for (Alike two : suspects) {
      boolean unused = isUsed(used, two.one()) != isUsed(used, two.other());
      int suspicion = suspicion(two, unused);
      int merged = model.confidence(two.one(), two.other(), two.likeness(), unused);
      int confidence =
          unused && isCopied(two.likeness(), MOSTLY) ? Math.max(suspicion, merged) : merged;
      if (two.isOneName() || (suspicion >= SUSPECT && confidence >= THRESHOLD)) {
        pairs.add(two.pair(Math.max(THRESHOLD, confidence)));
      }
    }
    return new Outcome(withoutStandIns(pairs), used, couples);
  }

  /**
   * A type with a rival of its own simple name is no rival of others that are less like it: they
   * are like it as that namesake is.
   */
  private static List<Pair> withoutStandIns(List<Pair> pairs) {
    Map<Integer, Integer> namesakes = new HashMap<>();
    for (Pair pair : pairs) {
      if (pair.areNamesakes()) {
        namesakes.merge(pair.one().id(), pair.confidence(), Math::max);
        namesakes.merge(pair.other().id(), pair.confidence(), Math::max);
      }
    }
    return pairs.stream()
        .filter(
            pair ->
                pair.areNamesakes()
                    || (pair.confidence() > namesakes.getOrDefault(pair.one().id(), 0)
                        && pair.confidence() > namesakes.getOrDefault(pair.other().id(), 0)))
        .toList();
  }

  private static boolean isUsed(UsageIndex usages, Profile profile) {
    return !usages.of(profile.entry.name()).isEmpty();
  }

  /**
   * Whether two types would be rivals if the one were used and the other not. Where each forwards
   * to what both inherit from, neither forwards to the other.
   */
  private boolean isSuspect(Alike two) {
    TypeEntry one = two.one().entry;
    TypeEntry other = two.other().entry;
    return suspicion(two, true) >= SUSPECT
        && !reasons.explain(one, other)
        && shims.forwards(one, other) == shims.forwards(other, one);
  }

  private int suspicion(Alike two, boolean oneUnused) {
    int probable = model.suspicion(two.one(), two.other(), two.likeness(), oneUnused);
    return isPlainCopy(two) ? Math.max(SURE, probable) : probable;
  }

  /** Whether both types have a share of their code in common, names aside. */
  private static boolean isCopied(Likeness likeness, double share) {
    return likeness.bodiesMutual() >= share && likeness.sharedBodies() >= ENOUGH_BODIES;
  }

  /** A type of the same simple name and nearly the same code. */
  private static boolean isPlainCopy(Alike two) {
    return isCopied(two.likeness(), SAME_CODE) && two.one().entry.isNamesakeOf(two.other().entry);
  }

  /**
   * One like many is a member of a pattern, unless it is on its way out, or was plainly copied and
   * no super-type asks for it.
   */
  private boolean isPattern(Alike two, Map<Integer, Integer> partners) {
    TypeEntry one = two.one().entry;
    TypeEntry other = two.other().entry;
    int most = Math.max(partners.getOrDefault(one.id(), 0), partners.getOrDefault(other.id(), 0));
    boolean copied =
        isPlainCopy(two)
            && measure.tellingParents(one).isEmpty()
            && measure.tellingParents(other).isEmpty();
    return most >= LIKE_MANY && !copied && !OtherReasons.succeeds(one, other);
  }

  /** Two declarations of one qualified name are rivals when their code agrees. */
  private static boolean areEditions(Alike two) {
    return two.likeness().bodies() >= 0.5
        && !withoutDigits(two.one()).equals(withoutDigits(two.other()));
  }

  /** Source trees for several versions of a platform, such as {@code java9} and {@code java17}. */
  private static String withoutDigits(Profile profile) {
    return profile.entry.unit().path().replaceAll(OtherReasons.OVERLAY + "\\d+/|\\d+", "");
  }
}
