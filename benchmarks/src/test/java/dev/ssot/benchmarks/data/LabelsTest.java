package dev.ssot.benchmarks.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {

  private static final String GOOD =
      "scored\thex-codec\trival\tcopy\ta:x.Hex\tb:y.Hexes.Inner\tboth turn bytes into digits\n";

  private final Path file;

  LabelsTest(@TempDir Path folder) {
    this.file = folder.resolve("labels.tsv");
  }

  private List<Label> read(String text) throws IOException {
    Files.writeString(file, text);
    return Labels.read(file);
  }

  private void assertRefused(String cause, String text) {
    BadData refused = assertThrows(BadData.class, () -> read(text));
    assertEquals(file + ":" + cause, refused.getMessage());
  }

  @Test
  void readsALineAndLeavesCommentsOut() throws IOException {
    assertEquals(
        List.of(
            new Label(
                "scored",
                "hex-codec",
                Label.Kind.RIVAL,
                "copy",
                new TypeName("a", "x.Hex"),
                new TypeName("b", "y.Hexes.Inner"),
                "both turn bytes into digits",
                3)),
        read("# codebase and so on\n\n" + GOOD));
  }

  @Test
  void refusesALineWithoutAReason() {
    assertRefused(
        "2: it has 6 cells instead of 7: codebase, role, kind, class, left, right, reason",
        GOOD + "scored\thex-codec\trival\tcopy\ta:x.Hex\tc:z.Hex\n");
  }

  @Test
  void refusesAnEmptyCell() {
    assertRefused("1: the cell `role` is empty", "scored\t\trival\tcopy\ta:x.Hex\tb:y.Hex\tsame\n");
  }

  @Test
  void refusesARoleThatIsNotKebabCase() {
    assertRefused(
        "1: the role `HexCodec` is not in kebab-case", GOOD.replace("hex-codec", "HexCodec"));
  }

  @Test
  void refusesAnUnknownKind() {
    assertRefused("1: the kind `maybe` is none of rival, negative", GOOD.replace("rival", "maybe"));
  }

  @Test
  void refusesTheClassOfANegativeForARival() {
    assertRefused(
        "1: the class of a rival `mirror` is none of"
            + " copy, renamed-copy, partial-copy, re-implementation, fragment",
        GOOD.replace("copy", "mirror"));
  }

  @Test
  void refusesATypeWithoutArtifact() {
    assertRefused("1: `x.Hex` is not <artifact>:<qualified name>", GOOD.replace("a:x", "x"));
  }

  @Test
  void refusesATypeHeldAgainstItself() {
    assertRefused(
        "1: left and right are one type, `a:x.Hex`", GOOD.replace("b:y.Hexes.Inner", "a:x.Hex"));
  }

  @Test
  void refusesAPairTwiceInWhateverOrder() {
    assertRefused(
        "2: the pair is labelled in line 1 already",
        GOOD + "scored\tother\tnegative\tmirror\tb:y.Hexes.Inner\ta:x.Hex\tno\n");
  }

  @Test
  void refusesASecondCanonicalForTheRivalsOfARole() {
    assertRefused(
        "2: left is `c:z.Hex`, but the role `hex-codec` is that of `a:x.Hex`, of which it is no"
            + " rival",
        GOOD + "scored\thex-codec\trival\tcopy\tc:z.Hex\ta:x.Hex\tsame\n");
  }

  @Test
  void letsARivalOfTheCanonicalHaveRivals() throws IOException {
    assertEquals(
        2, read(GOOD + "scored\thex-codec\trival\tcopy\tb:y.Hexes.Inner\tc:z.Hex\tsame\n").size());
  }

  @Test
  void letsNegativesOfARoleHaveAnotherLeft() throws IOException {
    assertEquals(
        2, read(GOOD + "scored\thex-codec\tnegative\tmirror\tc:z.Hex\ta:x.Hex\tno\n").size());
  }
}
