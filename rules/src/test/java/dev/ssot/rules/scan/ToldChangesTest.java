package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that is told where something has changed looks there, and wherever else it has to. */
class ToldChangesTest {

  private static final String SOUND = "package %s; class %s {}";
  private static final String WRONG = "package %s; import a.Audid; class %s {}";

  private final Path base;
  private final Path elsewhere;
  private final ScanCache cache = ScanCache.staying(Optional.empty(), () -> 0);

  ToldChangesTest(@TempDir Path folder) throws IOException {
    base = Files.createDirectory(folder.toRealPath().resolve("code"));
    elsewhere = Files.createDirectory(folder.toRealPath().resolve("elsewhere"));
    write("a/Audit.java", SOUND.formatted("a", "Audit"));
    write("a/Clock.java", SOUND.formatted("a", "Clock"));
    write("b/Timer.java", SOUND.formatted("b", "Timer"));
  }

  private Path write(String file, String text) throws IOException {
    Path path = base.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private ScanResult scan() {
    ScanRequest request =
        new ScanRequest(base, List.of(base), Policy.none(), Set.of(), Grounds.none(), 2);
    return Scan.run(request.with(cache), ScanListener.silent());
  }

  /** What a scan finds that is told that something has changed in some folders alone. */
  private List<String> found(String... folders) {
    cache.changed(Optional.of(Set.copyOf(List.of(folders).stream().map(base::resolve).toList())));
    return scan().findings().stream().map(Finding::location).map(at -> at.path()).toList();
  }

  @Test
  void looksNowhereElse() throws IOException {
    scan();
    write("a/Clock.java", WRONG.formatted("a", "Clock"));
    write("b/Timer.java", WRONG.formatted("b", "Timer"));

    assertEquals(List.of("a/Clock.java"), found("a"));
    assertEquals(List.of("a/Clock.java", "b/Timer.java"), found("b"));
  }

  @Test
  void looksEverywhereWhereNothingWasTold() throws IOException {
    scan();
    write("b/Timer.java", WRONG.formatted("b", "Timer"));

    assertEquals(1, scan().findings().size());
  }

  @Test
  void aTalkOfAnyFolderIsNotForgottenForLaterOnes() throws IOException {
    scan();
    write("b/Timer.java", WRONG.formatted("b", "Timer"));
    cache.changed(Optional.empty());

    assertEquals(List.of("b/Timer.java"), found("a"));
  }

  @Test
  void whatIsToldTwiceIsToldOfBoth() throws IOException {
    scan();
    write("b/Timer.java", WRONG.formatted("b", "Timer"));
    cache.changed(Optional.of(Set.of(base.resolve("b"))));

    assertEquals(List.of("b/Timer.java"), found("a"));
  }

  @Test
  void seesFilesAndFoldersThatComeAndGo() throws IOException {
    scan();
    Path added = write("b/c/Deep.java", WRONG.formatted("b.c", "Deep"));
    assertEquals(List.of("b/c/Deep.java"), found("b"));

    Files.move(base.resolve("b/c"), base.resolve("a/c"));
    assertEquals(List.of("a/c/Deep.java"), found("a", "b"));

    Files.delete(base.resolve("a/c").resolve(added.getFileName()));
    assertEquals(List.of(), found("a/c"));
  }

  /** Folders that change places leave each name where it was. */
  @Test
  void seesAFolderThatTookThePlaceOfAnother() throws IOException {
    write("b/c/Deep.java", SOUND.formatted("b.c", "Deep"));
    write("b/d/Deep.java", WRONG.formatted("b.d", "Deep"));
    assertEquals(List.of("b/d/Deep.java"), found("b"));

    Files.move(base.resolve("b/c"), base.resolve("b/was"));
    Files.move(base.resolve("b/d"), base.resolve("b/c"));
    Files.move(base.resolve("b/was"), base.resolve("b/d"));

    assertEquals(List.of("b/c/Deep.java"), found("b"));
  }

  @Test
  void seesAFolderOfBuildOutputAsSoonAsItIsOne() throws IOException {
    write("target/Made.java", WRONG.formatted("a", "Made"));
    assertEquals(List.of("target/Made.java"), found(""));

    write("pom.xml", "");

    assertEquals(List.of(), found(""));
    assertEquals(1, scan().coverage().files().excluded());
  }

  /** What is left out is counted, and hides types, though nobody watches it. */
  @Test
  void looksAtWhatIsLeftOut() throws IOException {
    write("pom.xml", "");
    write("target/Other.java", SOUND.formatted("a", "Other"));
    write("a/Clock.java", WRONG.formatted("a", "Clock"));
    scan();
    write("target/a/Audid.java", SOUND.formatted("a", "Audid"));

    assertEquals(List.of(), found("b"));
    assertEquals(2, scan().coverage().files().excluded());
  }

  /** A file that has another name can change without its folder hearing of it. */
  @Test
  void looksAtFilesWithOtherNames() throws IOException {
    Path other = elsewhere.resolve("Timer.java");
    Files.createLink(other, base.resolve("b/Timer.java"));
    scan();
    Files.writeString(other, WRONG.formatted("b", "Timer"));

    assertEquals(List.of("b/Timer.java"), found("a"));
  }

  @Test
  void looksWhereLinksLead() throws IOException {
    Path target = elsewhere.resolve("Timer.java");
    Files.writeString(target, SOUND.formatted("c", "Timer"));
    Files.createSymbolicLink(base.resolve("b/Link.java"), target);
    scan();
    Files.writeString(target, WRONG.formatted("c", "Timer"));

    assertEquals(List.of("b/Link.java"), found("a"));
  }

  @Test
  void looksEverywhereWhereAFolderIsToldOfThatIsNoneOfTheSources() throws IOException {
    scan();
    write("b/Timer.java", WRONG.formatted("b", "Timer"));

    assertEquals(List.of("b/Timer.java"), found("../elsewhere"));
  }

  @Test
  void theSameIsTheSameObject() throws IOException {
    ScanResult first = scan();
    write("a/notes.txt", "nothing that is read");
    cache.changed(Optional.of(Set.of(base.resolve("a"))));
    assertSame(first, scan());

    write("a/Clock.java", "package a; class Clock { }");
    cache.changed(Optional.of(Set.of(base.resolve("a"))));
    assertNotSame(first, scan());
  }
}
