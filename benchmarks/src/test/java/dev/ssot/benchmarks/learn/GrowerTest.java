package dev.ssot.benchmarks.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.rivals.Forest;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Grows forests on lessons of which it is known what they teach. */
class GrowerTest {

  private static final List<String> FEATURES = List.of("size", "noise", "constant");

  private static List<Lesson> lessons(Lesson.Kind kind, int count) {
    SplittableRandom chance = new SplittableRandom(count);
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double size = chance.nextDouble();
      lessons.add(
          new Lesson(
              List.of("project " + i),
              kind,
              size > 0.5,
              false,
              new double[] {size, chance.nextDouble(), 7}));
    }
    return lessons;
  }

  private static Forest grown(List<Lesson> lessons) {
    List<String> trees = new Grower(lessons, FEATURES.size()).grow();
    return Forest.parse(String.join(" ", FEATURES) + "\n" + String.join("\n", trees));
  }

  @Test
  void aForestSaysOfOthersWhatItsLessonsTaught() {
    Forest forest = grown(lessons(Lesson.Kind.LABEL, 400));
    int right = 0;
    List<Lesson> others = lessons(Lesson.Kind.LABEL, 200);
    for (Lesson other : others) {
      right += (other.percent(forest) >= 50) == other.rival() ? 1 : 0;
    }
    assertTrue(right >= 180, "right of 200: " + right);
  }

  @Test
  void theSameLessonsGiveTheSameTreesAndOthersOthers() {
    List<Lesson> lessons = lessons(Lesson.Kind.LABEL, 100);
    List<String> trees = new Grower(lessons, FEATURES.size()).grow();

    assertEquals(trees, new Grower(lessons, FEATURES.size()).grow());
    assertNotEquals(trees, new Grower(lessons(Lesson.Kind.LABEL, 101), FEATURES.size()).grow());
    assertNotEquals(trees.get(0), trees.get(1));
  }

  @Test
  void whatWeighsLittleDoesNotPartABranch() {
    List<String> trees = new Grower(lessons(Lesson.Kind.NEAR, 30), FEATURES.size()).grow();

    assertTrue(trees.stream().noneMatch(tree -> tree.contains(":")), trees.toString());
  }

  @Test
  void aLeafOfNoLessonsIsNeverGrown() {
    Forest forest = grown(List.of());

    assertEquals(0, forest.percent(new double[] {1, 2, 3}));
  }
}
