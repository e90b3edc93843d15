package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEditsTest {

  private static final int RUNS = 2_000;

  @Test
  void replacesInsertsAndRemoves() {
    TextEdits edits =
        TextEdits.of(
            List.of(
                new TextEdit(4, 7, "cat"), TextEdit.insertion(0, "> "), new TextEdit(7, 8, "")));
    assertEquals("> the cat", edits.apply("the dog!"));
  }

  @Test
  void appliesNoneOfTheEditsThatOverlap() {
    TextEdit one = new TextEdit(0, 3, "x");
    TextEdit other = new TextEdit(2, 4, "y");
    TextEdit free = new TextEdit(4, 5, "z");
    TextEdits edits = TextEdits.of(List.of(free, other, one, one));
    assertEquals(List.of(free), edits.applicable());
    assertEquals(List.of(one, other), edits.conflicting());
    assertEquals("abcdzf", edits.apply("abcdef"));
  }

  @Test
  void equalEditsCountOnce() {
    TextEdit edit = new TextEdit(1, 2, "x");
    assertEquals("axc", TextEdits.of(List.of(edit, edit)).apply("abc"));
  }

  @Test
  void refusesATextThatIsTooShort() {
    TextEdits edits = TextEdits.of(List.of(new TextEdit(1, 9, "x")));
    assertThrows(IllegalArgumentException.class, () -> edits.apply("abc"));
  }

  /** Whatever the edits: those that apply touch what they name, and nothing else moves. */
  @Test
  void neitherOrderNorNumberOfEditsCorruptsAText() {
    Random random = new Random(7);
    for (int run = 0; run < RUNS; run++) {
      String text = "0123456789abcdefghijklmnopqrstuv".substring(0, random.nextInt(33));
      List<TextEdit> edits = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        int start = random.nextInt(text.length() + 1);
        int end = start + random.nextInt(Math.min(4, text.length() - start + 1));
        edits.add(new TextEdit(start, end, "#".repeat(random.nextInt(3))));
      }
      TextEdits sorted = TextEdits.of(edits);
      Collections.shuffle(edits, random);
      assertEquals(sorted, TextEdits.of(edits));
      assertEquals(oneByOne(sorted.applicable(), text), sorted.apply(text));
    }
  }

  /** The same, made from the back so that no offset moves. */
  private static String oneByOne(List<TextEdit> edits, String text) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      TextEdit edit = edits.get(i);
      edited.replace(edit.start(), edit.end(), edit.replacement());
    }
    return edited.toString();
  }
}
