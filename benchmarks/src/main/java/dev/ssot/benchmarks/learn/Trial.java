package dev.ssot.benchmarks.learn;

import dev.ssot.rules.rivals.Forest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries forests on projects that they have not seen. */
final class Trial {

  private static final int FOLDS = 6;
  private static final int LOWEST = 40;
  private static final int HIGHEST = 90;
  private static final int STEP = 5;

  private final Map<Lesson, Integer> said = new LinkedHashMap<>();

  /**
   * Grows a forest for every two sixths of the projects, on the others, and asks it of types of
   * these two.
   */
  Trial(Lessons lessons) {
    List<String> projects =
        lessons.all().stream()
            .flatMap(lesson -> lesson.projects().stream())
            .distinct()
            .sorted()
            .toList();
    Map<String, Integer> folds = new HashMap<>();
    projects.forEach(project -> folds.put(project, folds.size() % FOLDS));
    for (int one = 0; one < FOLDS; one++) {
      for (int other = one; other < FOLDS; other++) {
        ask(lessons, folds, one == other ? Set.of(one) : Set.of(one, other));
      }
    }
  }

  private void ask(Lessons lessons, Map<String, Integer> folds, Set<Integer> unseen) {
    List<Lesson> learnt = new ArrayList<>();
    List<Lesson> asked = new ArrayList<>();
    for (Lesson lesson : lessons.all()) {
      Set<Integer> own =
          lesson.projects().stream().map(folds::get).collect(Collectors.toUnmodifiableSet());
      if (own.equals(unseen)) {
        asked.add(lesson);
      } else if (Collections.disjoint(own, unseen)) {
        learnt.add(lesson);
      }
    }
    if (!asked.isEmpty()) {
      Forest forest = forest(learnt, lessons.features());
      asked.forEach(lesson -> said.put(lesson, lesson.percent(forest)));
    }
  }

  private static Forest forest(List<Lesson> lessons, List<String> features) {
    String trees = String.join("\n", new Grower(lessons, features.size()).grow());
    return Forest.parse(String.join(" ", features) + "\n" + trees);
  }

  /** What each threshold would have found. */
  String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            | threshold | precision | recall | in one tree | merely near |
            |---|---|---|---|---|
            """);
    List<Lesson> all = List.copyOf(said.keySet());
    for (int threshold = LOWEST; threshold <= HIGHEST; threshold += STEP) {
      int least = threshold;
      List<Lesson> found =
          all.stream().filter(lesson -> said.getOrDefault(lesson, 0) >= least).toList();
      List<Lesson> labelled = of(found, Lesson.Kind.LABEL);
      List<Lesson> inOneTree = labelled.stream().filter(Lesson::sameTree).toList();
      table.append(
          "| %s %% | %s of %s | %s of %s | %s of %s | %s of %s |%n"
              .formatted(
                  threshold,
                  rivals(labelled),
                  labelled.size(),
                  rivals(labelled),
                  rivals(of(all, Lesson.Kind.LABEL)),
                  rivals(inOneTree),
                  inOneTree.size(),
                  of(found, Lesson.Kind.NEAR).size(),
                  of(all, Lesson.Kind.NEAR).size()));
    }
    return table.toString();
  }

  private static List<Lesson> of(List<Lesson> lessons, Lesson.Kind kind) {
    return lessons.stream().filter(lesson -> lesson.kind() == kind).toList();
  }

  private static long rivals(List<Lesson> lessons) {
    return lessons.stream().filter(Lesson::rival).count();
  }
}
