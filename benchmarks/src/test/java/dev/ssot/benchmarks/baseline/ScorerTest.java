package dev.ssot.benchmarks.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.benchmarks.Sources;
import dev.ssot.benchmarks.data.TypeName;
import dev.ssot.benchmarks.measure.Corpus;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {

  private final Corpus corpus;

  ScorerTest(@TempDir Path folder) {
    new Sources(folder)
        .type("one", "a.HexCodec", "public class HexCodec { void encode() {} void decode() {} }")
        .type(
            "one",
            "a.FastHexCodec",
            "public class FastHexCodec { void encode() {} void other() {} }")
        .type("one", "a.Codec", "public class Codec { }")
        .type(
            "one",
            "a.Hexer",
            "public class Hexer { void encode() {} void decode() {} void more() {} }");
    corpus = Corpus.read("test", folder, List.of("one"), 1);
  }

  private TypeEntry type(String name) {
    return corpus.find(new TypeName("one", "a." + name)).orElseThrow();
  }

  private int rank(Scorer scorer, String query, String target) {
    return scorer.order(type(query)).rank(type(target).id(), Set.of());
  }

  @Test
  void ranksByEqualWordsAtTheEndOfNames() {
    NameSuffix suffix = new NameSuffix(corpus.codebase());
    assertEquals(1, rank(suffix, "HexCodec", "FastHexCodec"));
    assertEquals(2, rank(suffix, "HexCodec", "Codec"));
    assertEquals(0, rank(suffix, "HexCodec", "Hexer"));
  }

  @Test
  void takesTypesForRivalsWhoseNamesEndInOneWord() {
    NameSuffix suffix = new NameSuffix(corpus.codebase());
    assertTrue(suffix.areRivals(type("HexCodec"), type("Codec")));
    assertFalse(suffix.areRivals(type("HexCodec"), type("Hexer")));
  }

  @Test
  void ranksByTheShareOfCommonMethodNames() {
    MethodNames names = new MethodNames(corpus.codebase());
    assertEquals(1, rank(names, "HexCodec", "Hexer"));
    assertEquals(2, rank(names, "HexCodec", "FastHexCodec"));
    assertEquals(0, rank(names, "HexCodec", "Codec"));
  }

  @Test
  void takesTypesForRivalsOfWhoseMethodNamesHalfIsCommon() {
    MethodNames names = new MethodNames(corpus.codebase());
    assertTrue(names.areRivals(type("HexCodec"), type("Hexer")));
    assertFalse(names.areRivals(type("HexCodec"), type("FastHexCodec")));
  }

  @Test
  void ranksByTheTokensThatFilesShare() {
    CopiedText text =
        new CopiedText(
            "cpd",
            corpus.codebase(),
            Map.of("one/a/HexCodec.java", Map.of("one/a/Codec.java", 50, "one/a/Hexer.java", 90)));
    assertEquals(1, rank(text, "HexCodec", "Hexer"));
    assertEquals(2, rank(text, "HexCodec", "Codec"));
    assertFalse(text.areRivals(type("HexCodec"), type("FastHexCodec")));
  }

  @Test
  void givesTypesOfOneScoreThePlaceInTheirMiddle() {
    ScoreOrder order = new ScoreOrder(new double[] {0, 3, 1, 1, 1});
    assertEquals(3, order.rank(2, Set.of()));
    assertEquals(3, order.rank(4, Set.of()));
  }

  @Test
  void listsTheFirstByScoreAndThenById() {
    ScoreOrder order = new ScoreOrder(new double[] {0, 1, 3, 1, 1});
    assertEquals(List.of(2, 1, 3), order.first(3));
    assertEquals(List.of(2, 1, 3, 4), order.first(9), "a type without a score has no place");
  }

  @Test
  void givesNoPlaceToWhatIsAbsent() {
    ScoreOrder order = new ScoreOrder(new double[] {0, 3, 2, 1});
    assertEquals(2, order.rank(3, Set.of(1)));
  }
}
