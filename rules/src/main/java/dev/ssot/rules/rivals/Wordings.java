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
import java.util.TreeMap;
import java.util.TreeSet;
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
      Map<String, Double> name,
      Set<String> words,
      Set<String> comments,
      Map<String, Double> members,
      Offer offered,
      List<Method> methods) {}

  /** The public methods that are no accessors: stems of their words, names, erased types. */
  private record Offer(Map<String, Double> words, Set<String> names, Set<String> shapes) {}

  /** A method by the stems of its name and its erased types, the result marked as such. */
  private record Method(Set<String> stems, Set<String> types) {

    static Method of(MethodFact method) {
      Set<String> types = new HashSet<>(method.parameters());
      types.add(">" + method.returns());
      return new Method(new HashSet<>(Words.stems(method.name())), types);
    }

    /** 0 to 1. */
    double likeness(Method other) {
      return BY_NAME * jaccard(stems, other.stems) + BY_SHAPE * jaccard(types, other.types);
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

  private static void addShare(
      Map<String, Double> features, String name, Map<String, Double> words, Set<String> among) {
    features.put(
        name,
        words.isEmpty() ? NONE : weight(words, among::contains) / weight(words, word -> true));
  }

  private void addSaid(
      Map<String, Double> features, String which, Wording one, Wording other, double found) {
    Map<String, Double> own = new TreeMap<>(one.name());
    own.keySet().removeAll(other.name().keySet());
    addShare(features, "name-in-words." + which, one.name(), other.words());
    addShare(features, "name-in-comments." + which, one.name(), other.comments());
    addShare(features, "name-in-members." + which, one.name(), other.members().keySet());
    addShare(features, "members-in-words." + which, one.members(), other.words());
    features.put("own-name." + which, weight(own, word -> true) / index.rarity().ofOneType());
    addShare(features, "own-name-in-words." + which, own, other.words());
    addShare(
        features,
        "offered.words." + which,
        one.offered().words(),
        other.offered().words().keySet());
    features.put("offered." + which, (double) one.offered().names().size());
    features.put("methods-found." + which, found);
  }

  private Wording of(TypeEntry entry) {
    return known.computeIfAbsent(entry.id(), id -> read(entry.type()));
  }

  private Wording read(TypeFact type) {
    Map<String, Double> name = new TreeMap<>();
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
        name,
        new TreeSet<>(type.vocabulary().words()),
        new TreeSet<>(type.vocabulary().comments()),
        words(methods),
        new Offer(
            words(offered),
            offered.stream().map(MethodFact::name).collect(Collectors.toSet()),
            offered.stream().map(MethodFact::shape).collect(Collectors.toSet())),
        working.stream().limit(MOST_METHODS).map(Method::of).toList());
  }

  private Map<String, Double> words(List<MethodFact> methods) {
    Map<String, Double> words = new TreeMap<>();
    for (MethodFact method : methods) {
      Words.stems(method.name())
          .forEach(stem -> words.put(stem, index.table(Trait.MEMBER_WORDS).weight(stem)));
    }
    return words;
  }

  private static double weight(Map<String, Double> words, Predicate<String> counted) {
    double sum = 0;
    for (Map.Entry<String, Double> word : words.entrySet()) {
      sum += counted.test(word.getKey()) ? word.getValue() : 0;
    }
    return sum;
  }

  private static int shared(Set<String> one, Set<String> other) {
    int count = 0;
    for (String each : one) {
      count += other.contains(each) ? 1 : 0;
    }
    return count;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    int shared = shared(one, other);
    int all = one.size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
