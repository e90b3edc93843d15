package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pairs of rivals that come from copying more than a type: a source tree, so that one qualified
 * name is declared in both, or a package, alone or with what is below it, so that several of its
 * types have their like in another.
 *
 * <p>What was copied as a whole is one thing to say and not one for each of its types.
 */
final class WholeCopies {

  private static final int MOST_SHOWN = 10;
  private static final int MANY = 3;

  /**
   * Of a tree of packages at least one type in so many has its like, or the tree was not copied.
   */
  private static final long ONE_IN = 3;

  /** A deprecated type speaks as loud against its package as a thousand users speak for it. */
  private static final int DEPRECATED = -1000;

  private final UsageIndex usages;
  private final List<Pair> others = new ArrayList<>();
  private final Map<String, List<Pair>> byTrees = new TreeMap<>();
  private final List<List<Pair>> packages = new ArrayList<>();
  private final Map<PackageTrees, List<Pair>> packageTrees = new LinkedHashMap<>();

  /**
   * Sorts the pairs.
   *
   * @param looked the packages of the types that were looked at, one for each type
   */
  WholeCopies(List<Pair> pairs, List<String> looked, UsageIndex usages) {
    this.usages = usages;
    Map<String, List<Pair>> byPackages = new TreeMap<>();
    List<Pair> apart = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.one().name().equals(pair.other().name())) {
        add(byTrees, tree(pair.one()), tree(pair.other()), pair);
      } else {
        apart.add(
            packageOf(pair.one()).compareTo(packageOf(pair.other())) <= 0 ? pair : pair.swapped());
      }
    }
    for (Pair pair : withoutPackageTrees(apart, looked)) {
      add(byPackages, packageOf(pair.one()), packageOf(pair.other()), pair);
    }
    byPackages.values().forEach(this::addPackages);
    others.sort(Comparator.comparingInt((Pair pair) -> pair.one().id()));
  }

  private static void add(Map<String, List<Pair>> groups, String one, String other, Pair pair) {
    groups.computeIfAbsent(one + "\n" + other, key -> new ArrayList<>()).add(pair);
  }

  /** Takes out the pairs of packages that were copied with what is below them. */
  private List<Pair> withoutPackageTrees(List<Pair> pairs, List<String> looked) {
    Map<PackageTrees, List<Pair>> byTops = new LinkedHashMap<>();
    List<Pair> rest = new ArrayList<>();
    for (Pair pair : pairs) {
      PackageTrees.apart(packageOf(pair.one()), packageOf(pair.other()))
          .ifPresentOrElse(
              tops -> byTops.computeIfAbsent(tops, key -> new ArrayList<>()).add(pair),
              () -> rest.add(pair));
    }
    byTops.forEach(
        (tops, group) -> {
          List<Pair> partners = partners(group);
          if (packagePairs(partners) > 1
              && partners.size() >= MANY
              && partners.size() * ONE_IN >= smaller(tops, looked)) {
            packageTrees.put(tops, partners);
          } else {
            rest.addAll(group);
          }
        });
    return rest;
  }

  private static long packagePairs(List<Pair> pairs) {
    return pairs.stream().map(WholeCopies::packagePair).distinct().count();
  }

  private static List<String> packagePair(Pair pair) {
    return List.of(packageOf(pair.one()), packageOf(pair.other()));
  }

  /** Number of types in the smaller of two trees. */
  private static long smaller(PackageTrees tops, List<String> looked) {
    return Math.min(
        looked.stream().filter(name -> DottedNames.isIn(name, tops.one())).count(),
        looked.stream().filter(name -> DottedNames.isIn(name, tops.other())).count());
  }

  /** Takes two packages as a whole, each type with its partner, if enough of them was copied. */
  private void addPackages(List<Pair> group) {
    List<Pair> partners = partners(group);
    boolean apart = !group.get(0).one().isPackagedWith(group.get(0).other());
    if (apart && partners.size() >= MANY) {
      packages.add(partners);
    } else {
      others.addAll(group);
    }
  }

  /** Of each type the one pair that fits best. */
  private static List<Pair> partners(List<Pair> pairs) {
    List<Pair> best = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    pairs.stream()
        .sorted(
            Comparator.comparing((Pair pair) -> !pair.areNamesakes())
                .thenComparingInt(pair -> -pair.confidence())
                .thenComparing(pair -> pair.one().location()))
        .filter(pair -> !taken.contains(pair.one().id()) && !taken.contains(pair.other().id()))
        .forEach(
            pair -> {
              taken.addAll(List.of(pair.one().id(), pair.other().id()));
              best.add(pair);
            });
    return best;
  }

  /** The pairs that stand alone. */
  List<Pair> others() {
    return others;
  }

  /** One group for each tree and each package that was copied. */
  List<Evidence.Fragments> groups(Comparisons comparisons) {
    List<Evidence.Fragments> groups = new ArrayList<>();
    byTrees.values().forEach(group -> groups.add(tree(largestFirst(group), comparisons)));
    packageTrees
        .values()
        .forEach(group -> groups.add(packageTrees(eachFirst(directed(group)), comparisons)));
    packages.forEach(group -> groups.add(packages(largestFirst(directed(group)), comparisons)));
    return groups;
  }

  /** The largest pair of each two packages first. */
  private static List<Pair> eachFirst(List<Pair> pairs) {
    List<Pair> first = new ArrayList<>();
    List<Pair> rest = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Pair pair : largestFirst(pairs)) {
      (seen.add(packagePair(pair)) ? first : rest).add(pair);
    }
    first.addAll(rest);
    return first;
  }

  private static List<Pair> largestFirst(List<Pair> pairs) {
    return pairs.stream()
        .sorted(
            Comparator.comparingInt((Pair pair) -> -pair.one().type().tokens())
                .thenComparing(pair -> pair.one().location()))
        .toList();
  }

  /** The pairs with the types of the package first that is to stay. */
  private List<Pair> directed(List<Pair> pairs) {
    List<Pair> swapped = pairs.stream().map(Pair::swapped).toList();
    return weight(swapped) > weight(pairs) ? swapped : pairs;
  }

  /** What speaks for the types that come first: that they are not deprecated, then their users. */
  private int weight(List<Pair> pairs) {
    int weight = 0;
    for (Pair pair : pairs) {
      boolean deprecated = pair.one().type().isDeprecated();
      weight += deprecated ? DEPRECATED : usages.users(pair.one().name()).size();
    }
    return weight;
  }

  private static Evidence.Fragments tree(List<Pair> pairs, Comparisons comparisons) {
    String trees = "`%s` and `%s`".formatted(tree(pairs.get(0).one()), tree(pairs.get(0).other()));
    String reason =
        pairs.size() == 1
            ? "it is declared in the source trees " + trees
            : "%s types are declared in both source trees, %s".formatted(pairs.size(), trees);
    return group(pairs, reason, comparisons);
  }

  private static Evidence.Fragments packageTrees(List<Pair> pairs, Comparisons comparisons) {
    Pair first = pairs.get(0);
    PackageTrees tops =
        PackageTrees.apart(packageOf(first.one()), packageOf(first.other())).orElseThrow();
    String form = "`%s` and below";
    return copy(pairs, form.formatted(tops.one()), form.formatted(tops.other()), comparisons);
  }

  private static Evidence.Fragments packages(List<Pair> pairs, Comparisons comparisons) {
    Pair first = pairs.get(0);
    String form = "`%s`";
    return copy(
        pairs,
        form.formatted(packageOf(first.one())),
        form.formatted(packageOf(first.other())),
        comparisons);
  }

  private static Evidence.Fragments copy(
      List<Pair> pairs, String original, String copy, Comparisons comparisons) {
    String reason = "%s types of %s have their like in %s".formatted(pairs.size(), copy, original);
    return group(pairs, reason, comparisons);
  }

  private static Evidence.Fragments group(
      List<Pair> pairs, String reason, Comparisons comparisons) {
    TypeEntry canonical = pairs.get(0).one();
    return new Evidence.Fragments(
        Words.split(canonical.type().simpleName()),
        2 * pairs.size(),
        canonical.ref(),
        reason,
        pairs.stream()
            .limit(MOST_SHOWN)
            .map(pair -> comparisons.compare(pair.one(), pair.other(), pair.confidence()))
            .toList());
  }

  /** The source tree of a type; {@code .} for the base of the scan. */
  private static String tree(TypeEntry entry) {
    String root = entry.unit().root();
    return root.isEmpty() ? "." : root;
  }

  private static String packageOf(TypeEntry entry) {
    return entry.unit().packageName();
  }
}
