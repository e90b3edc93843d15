package dev.ssot.benchmarks.learn;

import dev.ssot.benchmarks.data.Label;
import dev.ssot.benchmarks.measure.Corpus;
import dev.ssot.benchmarks.measure.Injection;
import dev.ssot.benchmarks.measure.Pair;
import dev.ssot.benchmarks.measure.Roles;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.rivals.Rivalry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be learnt from the labels of some codebases. Not safe for concurrent use. */
final class Lessons {

  private static final int LIKEST = 5;
  private static final double SHARE_OF_NEAR = 0.25;
  private static final long SEED = 20261129;

  private final Map<String, String> projects;
  private final SplittableRandom chance = new SplittableRandom(SEED);
  private final List<Lesson> lessons = new ArrayList<>();
  private List<String> features = List.of();

  /** None yet, of libraries whose artifacts are of these projects. */
  Lessons(Map<String, String> projects) {
    this.projects = Map.copyOf(projects);
  }

  /** Adds what the labels of a codebase say, and a sample of what is near the types they name. */
  void add(Corpus corpus, List<Label> labels) {
    List<Pair> pairs = Pair.of(corpus, labels);
    Rivalry rivalry = new Rivalry(corpus.codebase());
    Set<Long> known = new HashSet<>();
    for (Pair pair : pairs) {
      boolean rival = pair.label().isRival();
      known.add(key(pair.left().id(), pair.right().id()));
      known.add(key(pair.right().id(), pair.left().id()));
      add(rivalry, Lesson.Kind.LABEL, rival, pair.left(), pair.right());
      add(rivalry, Lesson.Kind.REVERSE, rival, pair.right(), pair.left());
    }
    pairs.stream()
        .collect(
            Collectors.groupingBy(pair -> pair.label().role(), TreeMap::new, Collectors.toList()))
        .values()
        .forEach(ofRole -> addAlone(corpus.codebase(), ofRole));
    Roles mates = new Roles(pairs);
    for (int type : mates.types()) {
      addNear(rivalry, corpus.codebase().types().get(type), mates.mates(type), known);
    }
  }

  /** What is nearest may well be a rival that nobody labelled, so it teaches nothing. */
  private void addNear(Rivalry rivalry, TypeEntry type, Set<Integer> mates, Set<Long> known) {
    List<TypeEntry> near = rivalry.candidates(type);
    for (TypeEntry other : near.subList(Math.min(LIKEST, near.size()), near.size())) {
      if (chance.nextDouble() < SHARE_OF_NEAR
          && !mates.contains(other.id())
          && !known.contains(key(type.id(), other.id()))) {
        add(rivalry, Lesson.Kind.NEAR, false, type, other);
      }
    }
  }

  /** Adds what mutants teach: copies within one tree, and wrappers, of which labels hold few. */
  void add(Injection.Mutated mutated) {
    add(mutated, mutated.codebase(), Lesson.Kind.MUTANT);
    Set<String> paths = new HashSet<>();
    for (Injection.Mutant mutant : mutated.mutants()) {
      names(mutant)
          .forEach(
              name ->
                  mutated.codebase().type(name).ifPresent(type -> paths.add(type.unit().path())));
    }
    add(mutated, small(mutated.codebase(), paths), Lesson.Kind.ALONE);
  }

  private static Stream<String> names(Injection.Mutant mutant) {
    return Stream.concat(Stream.of(mutant.original()), mutant.types().stream());
  }

  private void add(Injection.Mutated mutated, Codebase codebase, Lesson.Kind kind) {
    Rivalry rivalry = new Rivalry(codebase);
    for (Injection.Mutant mutant : mutated.mutants()) {
      TypeEntry original = codebase.type(mutant.original()).orElseThrow();
      for (String type : new TreeSet<>(mutant.types())) {
        boolean rival = mutated.mutation().rival();
        codebase.type(type).ifPresent(made -> add(rivalry, kind, rival, original, made));
      }
    }
  }

  /**
   * The pairs of a role in a codebase of the files that they are in, where hardly a word is rare.
   */
  private void addAlone(Codebase codebase, List<Pair> pairs) {
    Set<String> paths = new HashSet<>();
    pairs.forEach(
        pair -> {
          paths.add(pair.left().unit().path());
          paths.add(pair.right().unit().path());
        });
    Codebase small = small(codebase, paths);
    Rivalry rivalry = new Rivalry(small);
    for (Pair pair : pairs) {
      add(
          rivalry,
          Lesson.Kind.ALONE,
          pair.label().isRival(),
          Corpus.declaration(small, pair.left().ref()),
          Corpus.declaration(small, pair.right().ref()));
    }
  }

  private static Codebase small(Codebase codebase, Set<String> paths) {
    return new Codebase(
        codebase.units().stream().filter(unit -> paths.contains(unit.path())).toList(), List.of());
  }

  private static long key(int one, int other) {
    return ((long) one << Integer.SIZE) | other;
  }

  private void add(
      Rivalry rivalry, Lesson.Kind kind, boolean rival, TypeEntry canonical, TypeEntry other) {
    Map<String, Double> values = rivalry.features(canonical, other);
    features = List.copyOf(values.keySet());
    lessons.add(
        new Lesson(
            List.of(project(canonical), project(other)),
            kind,
            rival,
            canonical.unit().root().equals(other.unit().root()),
            values.values().stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private String project(TypeEntry entry) {
    return Objects.requireNonNull(projects.get(Corpus.artifactOf(entry)));
  }

  /** The names of the features. */
  List<String> features() {
    return features;
  }

  /** All that was added. */
  List<Lesson> all() {
    return Collections.unmodifiableList(lessons);
  }
}
