package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplacementTest {

  private static String done(String before, List<Replacement> all) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Replacement one : all) {
      text.append(before, at, one.from()).append(one.text());
      at = one.to();
    }
    return text.append(before.substring(at)).toString();
  }

  @Test
  void replacesWholeLinesAndNoMore() {
    assertEquals(
        List.of(new Replacement(2, 4, "x\n"), new Replacement(6, 6, "y\n")),
        Replacement.between("a\nb\nc\n", "a\nx\nc\ny\n"));
    assertEquals(List.of(), Replacement.between("a\r\n", "a\r\n"));
    assertEquals(List.of(new Replacement(0, 2, "")), Replacement.between("a\n", ""));
    assertEquals(List.of(new Replacement(0, 0, "a")), Replacement.between("", "a"));
  }

  @Test
  void doneTogetherTheyAreTheOtherText() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      String before = text(random);
      String after = text(random);
      assertEquals(after, done(before, Replacement.between(before, after)));
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append("abc\r\n\n\n".charAt(random.nextInt(7)));
    }
    return text.toString();
  }
}
