package dev.ssot.benchmarks.learn;

import dev.ssot.rules.rivals.Forest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries forests on roles that they have not seen. */
final class Trial {

  private static final int FOLDS = 8;
  private static final int LOWEST = 40;
  private static final int HIGHEST = 90;
  private static final int STEP = 5;

  private final Map<Lesson, Integer> said = new LinkedHashMap<>();

  /** Grows a forest for each eighth of the roles, on the others. */
  Trial(Lessons lessons) {
    List<String> roles = lessons.all().stream().map(Lesson::role).distinct().sorted().toList();
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      List<Lesson> learnt = new ArrayList<>();
      List<Lesson> asked = new ArrayList<>();
      for (Lesson lesson : lessons.all()) {
        (roles.indexOf(lesson.role()) % FOLDS == own ? asked : learnt).add(lesson);
      }
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
