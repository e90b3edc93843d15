package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How one type words what another words elsewhere: what the name of one says may stand in the
 * members or the comments of the other, and one method may do what another does that has another
 * name. Not safe for concurrent use.
 */
final class Wordings {

  private static final double NONE = -1;
  private static final int MOST_METHODS = 60;
  private static final double BY_NAME = 0.6;
  private static final double BY_SHAPE = 0.4;

  private final ProfileIndex index;
  private final Map<Integer, Wording> known = new HashMap<>();
  private final Map<String, List<String>> stems = new HashMap<>();
  private final Numbers.OfNames numbers = new Numbers.OfNames();

  Wordings(ProfileIndex index) {
    this.index = index;
  }

  /**
   * The stems of the words of a type, by where they stand; those of names with what they weigh: in
   * the name of a type among such names, in names of members among those.
   *
   * @param offered what others can call
   * @param methods its methods but for accessors, the first {@value #MOST_METHODS}
   */
  private record Wording(
      Weighed name,
      Set<String> words,
      Set<String> comments,
      Weighed members,
      Offer offered,
      List<Method> methods) {}

  /** The public methods that are no accessors: stems of their words, names, erased types. */
  private record Offer(Weighed words, Set<String> names, Set<String> shapes) {}

  /**
   * Words with what each weighs, in their order.
   *
   * @param all what they weigh together
   */
  private record Weighed(SortedMap<String, Double> words, double all) {

    Weighed(SortedMap<String, Double> words) {
      this(words, weight(words, word -> true));
    }

    /** The part that is among others, by weight, 0 to 1; {@link #NONE} if there are no words. */
    double share(Set<String> among) {
      return words.isEmpty() ? NONE : weight(words, among::contains) / all;
    }

    /** The words that others have not. */
    Weighed without(Weighed others) {
      SortedMap<String, Double> rest = new TreeMap<>(words);
      rest.keySet().removeAll(others.words.keySet());
      return new Weighed(rest);
    }

    private static double weight(SortedMap<String, Double> words, Predicate<String> counted) {
      double sum = 0;
      for (Map.Entry<String, Double> word : words.entrySet()) {
        sum += counted.test(word.getKey()) ? word.getValue() : 0;
      }
      return sum;
    }
  }

  /** A method by numbers for the stems of its name and its erased types, in ascending order. */
  private static final class Method {

    private final int[] stems;
    private final int[] types;

    Method(int[] stems, int[] types) {
      this.stems = stems;
      this.types = types;
    }

    /** 0 to 1. */
    double likeness(Method other) {
      return BY_NAME * jaccard(stems, other.stems) + BY_SHAPE * jaccard(types, other.types);
    }

    private static double jaccard(int[] one, int[] other) {
      int[] shared = new int[1];
      FeatureTable.forEachShared(one, other, number -> shared[0]++);
      return Wordings.jaccard(shared[0], one.length, other.length);
    }
  }

  /** How like each method of either type the likest of the other is, on average. */
  private record Found(double first, double second) {

    static Found of(List<Method> first, List<Method> second) {
      double[] ofFirst = new double[first.size()];
      double[] ofSecond = new double[second.size()];
      for (int i = 0; i < ofFirst.length; i++) {
        for (int j = 0; j < ofSecond.length; j++) {
          double likeness = first.get(i).likeness(second.get(j));
          ofFirst[i] = Math.max(ofFirst[i], likeness);
          ofSecond[j] = Math.max(ofSecond[j], likeness);
        }
      }
      boolean none = first.isEmpty() || second.isEmpty();
      return none ? new Found(NONE, NONE) : new Found(mean(ofFirst), mean(ofSecond));
    }

    private static double mean(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  }

  /** Adds what the words of two types say of each other; -1 where there are no words. */
  void add(Map<String, Double> features, TypeEntry canonical, TypeEntry other) {
    Wording one = of(canonical);
    Wording two = of(other);
    Found found = Found.of(one.methods(), two.methods());
    addSaid(features, "canonical", one, two, found.first());
    addSaid(features, "other", two, one, found.second());
    features.put("offered.names", jaccard(one.offered().names(), two.offered().names()));
    features.put(
        "offered.names.count", (double) shared(one.offered().names(), two.offered().names()));
    features.put("offered.shapes", jaccard(one.offered().shapes(), two.offered().shapes()));
  }

  private void addSaid(
      Map<String, Double> features, String which, Wording one, Wording other, double found) {
    Weighed own = one.name().without(other.name());
    features.put("name-in-words." + which, one.name().share(other.words()));
    features.put("name-in-comments." + which, one.name().share(other.comments()));
    features.put("name-in-members." + which, one.name().share(other.members().words().keySet()));
    features.put("members-in-words." + which, one.members().share(other.words()));
    features.put("own-name." + which, own.all() / index.rarity().ofOneType());
    features.put("own-name-in-words." + which, own.share(other.words()));
    features.put(
        "offered.words." + which,
        one.offered().words().share(other.offered().words().words().keySet()));
    features.put("offered." + which, (double) one.offered().names().size());
    features.put("methods-found." + which, found);
  }

  private Wording of(TypeEntry entry) {
    return known.computeIfAbsent(entry.id(), id -> read(entry.type()));
  }

  private Wording read(TypeFact type) {
    SortedMap<String, Double> name = new TreeMap<>();
    for (String word : Words.split(type.simpleName())) {
      Words.stems(word).forEach(stem -> name.put(stem, index.table(Trait.NAME).weight(word)));
    }
    List<MethodFact> methods =
        type.methods().stream().filter(method -> !method.isConstructor()).toList();
    List<MethodFact> working =
        methods.stream().filter(method -> !method.traits().accessor()).toList();
    boolean open = type.kind() == TypeKind.INTERFACE;
    List<MethodFact> offered =
        working.stream().filter(method -> open || method.isPublic()).toList();
    return new Wording(
        new Weighed(name),
        new HashSet<>(type.vocabulary().words()),
        new HashSet<>(type.vocabulary().comments()),
        words(methods),
        new Offer(
            words(offered),
            offered.stream().map(MethodFact::name).collect(Collectors.toSet()),
            offered.stream().map(MethodFact::shape).collect(Collectors.toSet())),
        working.stream().limit(MOST_METHODS).map(this::numbered).toList());
  }

  /** The result of a method is told apart from what it is given. */
  private Method numbered(MethodFact method) {
    Set<String> types = new HashSet<>(method.parameters());
    types.add(">" + method.returns());
    return new Method(numbers.of(new HashSet<>(stems(method))), numbers.of(types));
  }

  /** Those of the name; many methods have one name. */
  private List<String> stems(MethodFact method) {
    return stems.computeIfAbsent(method.name(), Words::stems);
  }

  private Weighed words(List<MethodFact> methods) {
    SortedMap<String, Double> words = new TreeMap<>();
    for (MethodFact method : methods) {
      stems(method).forEach(stem -> words.put(stem, index.table(Trait.MEMBER_WORDS).weight(stem)));
    }
    return new Weighed(words);
  }

  private static int shared(Set<String> one, Set<String> other) {
    int count = 0;
    for (String each : one) {
      count += other.contains(each) ? 1 : 0;
    }
    return count;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    return jaccard(shared(one, other), one.size(), other.size());
  }

  private static double jaccard(int shared, int one, int other) {
    int all = one + other - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
