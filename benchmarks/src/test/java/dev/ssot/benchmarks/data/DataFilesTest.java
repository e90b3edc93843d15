package dev.ssot.benchmarks.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files beside the labels. */
class DataFilesTest {

  private static final String LIBRARIES =
      "scored\tscored\torg.a:one:1.0\ndevelopment\tdevelopment\torg.a:two:2.0\n";

  private final Path file;

  DataFilesTest(@TempDir Path folder) {
    this.file = folder.resolve("data.tsv");
  }

  private <T> T read(String text, Function<Path, T> reader) throws IOException {
    Files.writeString(file, text);
    return reader.apply(file);
  }

  private void assertRefused(String cause, String text, Function<Path, ?> reader) {
    BadData refused = assertThrows(BadData.class, () -> read(text, reader));
    assertEquals(file + ":" + cause, refused.getMessage());
  }

  @Test
  void readsTheLibrariesOfACodebase() throws IOException {
    assertEquals(
        new Library("development", "development", "org.a", "two", "2.0"),
        read(LIBRARIES, Libraries::read).get(1));
  }

  @Test
  void refusesALibraryInBothParts() {
    assertRefused(
        "3: the library `org.a:one` belongs to the part `scored`",
        LIBRARIES + "before-a\tdevelopment\torg.a:one:0.9\n",
        Libraries::read);
  }

  @Test
  void refusesACodebaseInBothParts() {
    assertRefused(
        "3: the codebase `scored` belongs to the part `scored`",
        LIBRARIES + "scored\tdevelopment\torg.a:three:1.0\n",
        Libraries::read);
  }

  @Test
  void refusesAnArtifactTwiceInACodebase() {
    assertRefused(
        "3: the codebase `scored` holds `one` 1.0 already",
        LIBRARIES + "scored\tscored\torg.b:one:1.1\n",
        Libraries::read);
  }

  @Test
  void refusesCoordinatesWithoutAVersion() {
    assertRefused(
        "1: `org.a:one` is not <group>:<artifact>:<version>",
        "scored\tscored\torg.a:one\n",
        Libraries::read);
  }

  @Test
  void cutsTheLibrariesDownToTheSample() throws IOException {
    List<Library> all = read(LIBRARIES, Libraries::read);
    assertEquals(List.of(all.get(0)), read("scored\tone\n", path -> Sample.read(path, all)));
  }

  @Test
  void refusesASampleOfWhatIsNotThere() throws IOException {
    List<Library> all = read(LIBRARIES, Libraries::read);
    assertRefused(
        "1: the codebase `scored` holds no `two`", "scored\ttwo\n", path -> Sample.read(path, all));
  }

  @Test
  void knowsWhichFindingsWereJudgedAndHow() throws IOException {
    Judgements judgements =
        read("one\tv1:a\tright\tA and B\tsame\none\tv1:b\twrong\tC and D\tno\n", Judgements::read);
    assertEquals(Optional.of(true), judgements.of("one", "v1:a"));
    assertEquals(Optional.of(false), judgements.of("one", "v1:b"));
    assertEquals(Optional.empty(), judgements.of("two", "v1:a"));
  }

  @Test
  void refusesAFindingThatIsJudgedTwice() {
    assertRefused(
        "2: the finding `v1:a` is judged twice",
        "one\tv1:a\tright\tA and B\tsame\none\tv1:a\twrong\tA and B\tno\n",
        Judgements::read);
  }

  @Test
  void holdsAFigureAgainstItsBound() throws IOException {
    List<Floor> floors = read("a\tat-least\t0.5\nb\tat-most\t10\n", Floor::read);
    assertTrue(floors.get(0).holds(0.5));
    assertFalse(floors.get(0).holds(0.49));
    assertTrue(floors.get(1).holds(10));
    assertFalse(floors.get(1).holds(10.1));
  }

  @Test
  void refusesABoundThatIsNoNumber() {
    assertRefused("1: `much` is no number", "a\tat-least\tmuch\n", Floor::read);
  }

  @Test
  void refusesTwoBoundsForAFigure() {
    assertRefused(
        "2: the figure `a` has a bound already", "a\tat-least\t1\na\tat-most\t2\n", Floor::read);
  }
}
