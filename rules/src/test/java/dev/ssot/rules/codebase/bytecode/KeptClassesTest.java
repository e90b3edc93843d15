package dev.ssot.rules.codebase.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.bytecode.ClassReader.Classes;
import dev.ssot.rules.codebase.cache.ClassCache;
import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.fixture.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read of class files comes back, and nothing else does. */
class KeptClassesTest {

  /** A time at which every file of a test has been at rest for long. */
  private static final long LATER = 4_000_000_000_000L;

  private static final String FOLDER = "target/classes";
  private static final String ARCHIVE = "lib/all.jar";

  private final Path folder;
  private final Path kept;
  private final Project project;

  /** Java 8 has accessors, so that some classes are kept before their uses are known. */
  KeptClassesTest(@TempDir Path folder) {
    this.folder = folder;
    this.kept = folder.resolve("kept");
    this.project =
        Project.in(folder)
            .java(
                """
                package shop;
                @Deprecated
                public class Safe extends Base {
                  private static String secret;
                  private transient volatile int count;
                  static class Thief {
                    Runnable steal() { return () -> secret = secret + absent.Tool.class; }
                  }
                }
                """)
            .java("package shop; class Base { Object call() { return new int[0].clone(); } }")
            .java("package absent; public class Tool {}")
            .compiledFor(8)
            .file(FOLDER + "/bad/Text.class", "no class")
            .archive(ARCHIVE, FOLDER);
  }

  private ClassCache cache(boolean verify) {
    return cache(Optional.of(kept), "a build", verify, LATER);
  }

  private static ClassCache cache(Optional<Path> where, String build, boolean verify, long now) {
    ClassCache cache = ClassCache.in(where, build, verify);
    cache.begin(now);
    return cache;
  }

  private Classes read(String root, ClassCache cache) {
    return new ClassReader(folder, 2).read(List.of(folder.resolve(root)), cache);
  }

  private void assertRead(String root, ClassCache cache) {
    Classes fresh = read(root, ClassCache.none());
    Classes classes = read(root, cache);
    assertEquals(fresh.files().classes(), classes.files().classes());
    assertEquals(fresh.files().counts(), classes.files().counts());
    assertEquals(fresh.problems(), classes.problems());
  }

  /** Leaves other facts in the cache than those of the files, to see where facts come from. */
  private void lie(String root) {
    ClassRoot all = ClassRoot.of(folder, folder.resolve(root));
    FactNames names = new FactNames();
    Map<String, KeptRoot.Known> known = new LinkedHashMap<>();
    try (ClassRoot.Contents contents = all.contents()) {
      for (String entry : contents.entries()) {
        ClassFile file = ClassFile.read(all, contents, entry, names);
        ScannedClass scanned = file.scanned();
        ClassFile other = file;
        if (scanned != null) {
          ClassFact head = scanned.head();
          ClassFact lying =
              new ClassFact(
                  head.name(), head.origin(), List.of("a.Lie"), List.of(), List.of(), List.of());
          other = new ClassFile(entry, "", new ScannedClass(lying, true, Map.of(), Map.of()));
        }
        Stamp stamp = Stamp.of(all.place(entry)).orElseThrow();
        known.put(entry, new KeptRoot.Known(stamp, other));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    cache(false).keep(all.file(), new KeptRoot(known)::write);
  }

  private static Set<List<String>> supertypes(Classes classes) {
    return Set.copyOf(classes.files().classes().stream().map(ClassFact::supertypes).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {FOLDER, ARCHIVE})
  void whatWasReadComesBack(String root) {
    for (int i = 0; i < 3; i++) {
      assertRead(root, cache(false));
    }
    assertTrue(cache(false).of(folder.resolve(root)).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {FOLDER, ARCHIVE})
  void whatIsKeptIsNotReadAgain(String root) {
    lie(root);
    assertEquals(Set.of(List.of("a.Lie")), supertypes(read(root, cache(false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {FOLDER, ARCHIVE})
  void comparesWhatIsKeptWithTheFiles(String root) {
    lie(root);
    ClassCache cache = cache(true);
    assertRead(root, cache);
    assertEquals(
        Set.of(
            root + "/absent/Tool.class",
            root + "/shop/Base.class",
            root + "/shop/Safe$Thief.class",
            root + "/shop/Safe.class"),
        cache.differences());
    ClassCache mended = cache(true);
    assertRead(root, mended);
    assertEquals(Set.of(), mended.differences());
  }

  @Test
  void readsOnlyWhatHasChanged() throws IOException {
    lie(FOLDER);
    Path base = folder.resolve(FOLDER + "/shop/Base.class");
    byte[] bytes = Files.readAllBytes(base);
    Files.delete(base);
    project.bytes(FOLDER + "/shop/Base.class", bytes);
    Files.delete(folder.resolve(FOLDER + "/absent/Tool.class"));

    Classes classes = read(FOLDER, cache(false));

    assertEquals(
        List.of("shop.Base", "shop.Safe", "shop.Safe$Thief"),
        classes.files().classes().stream().map(ClassFact::name).toList());
    assertEquals(
        List.of("java.lang.Object"), classes.files().named("shop.Base").orElseThrow().supertypes());
    assertEquals(List.of("a.Lie"), classes.files().named("shop.Safe").orElseThrow().supertypes());
    assertEquals(3, read(FOLDER, cache(false)).files().classes().size());
  }

  @Test
  void anArchiveThatWasReplacedIsReadAgain() throws IOException {
    lie(ARCHIVE);
    Files.delete(folder.resolve(ARCHIVE));
    project.archive(ARCHIVE, FOLDER);

    assertRead(ARCHIVE, cache(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {FOLDER, ARCHIVE})
  void whatMayStillBeWrittenIsNotKept(String root) {
    assertRead(root, cache(Optional.of(kept), "a build", false, 0));
    assertFalse(cache(false).of(folder.resolve(root)).isPresent());
  }

  @Test
  void anotherBuildReadsAnew() {
    lie(FOLDER);
    assertRead(FOLDER, cache(Optional.of(kept), "another build", false, LATER));
  }

  @Test
  void staysInMemoryWithoutAFolder() {
    ClassCache cache = cache(Optional.empty(), "a build", false, LATER);
    assertRead(FOLDER, cache);
    assertTrue(cache.of(folder.resolve(FOLDER)).isPresent());
    assertRead(FOLDER, cache);
  }

  @Test
  void whatIsDamagedIsReadAnewAndToldOf() throws IOException {
    lie(FOLDER);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int at = 0; at < whole.length; at += 211) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x55;
      Files.write(onlyFile(), bytes);
      ClassCache cache = cache(false);
      assertRead(FOLDER, cache);
      assertEquals(1, cache.damages().size(), "byte " + at);
    }
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatMakesNoSenseIsReadAnewAndToldOf() {
    cache(false).keep(folder.resolve(FOLDER), sink -> sink.number(7));
    ClassCache cache = cache(false);
    assertRead(FOLDER, cache);
    assertEquals(List.of("what it has of `target/classes` makes no sense"), cache.damages());
    ClassCache mended = cache(false);
    assertRead(FOLDER, mended);
    assertEquals(List.of(), mended.damages());
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOf() throws IOException {
    Files.writeString(kept, "no folder");
    ClassCache cache = cache(false);
    assertRead(FOLDER, cache);
    assertFalse(cache.failures().isEmpty());
  }
}
