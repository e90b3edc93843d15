package dev.ssot.rules.codebase.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final List<String> PATHS = List.of("a/A.java", "a/B.java", "b/C.java");

  private final Path folder;

  FactsCacheTest(@TempDir Path parent) {
    folder = parent.resolve("made/for/it");
  }

  /** What a scan of the three files came to. */
  private record Scan(List<FileFacts> facts, Set<String> read, FactsCache cache) {}

  private static FileFacts factsOf(String path, String content) {
    return new Distinct(path.hashCode() * 31L + content.hashCode())
        .value(FileFacts.class)
        .with(new Problem(Problem.Kind.REMARK, path, 0, content, ""));
  }

  private Scan scan(String name, String content, boolean verify) {
    Set<String> read = new ConcurrentSkipListSet<>();
    List<FileFacts> facts = new ArrayList<>();
    FactsCache cache = FactsCache.in(folder, name, TODAY, verify);
    for (String path : PATHS) {
      facts.add(
          cache.of(
              path,
              SourceKind.PRODUCTION,
              content.getBytes(UTF_8),
              () -> {
                read.add(path);
                return factsOf(path, content);
              }));
    }
    cache.keep();
    cache.close();
    return new Scan(facts, new TreeSet<>(read), cache);
  }

  private Scan scan() {
    return scan("one", "text", false);
  }

  private static List<FileFacts> expected(String content) {
    return PATHS.stream().map(path -> factsOf(path, content)).toList();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .reduce(
              (a, b) -> {
                throw new AssertionError(a + " and " + b);
              })
          .orElseThrow();
    }
  }

  @Test
  void readsEachFileOnce() {
    assertEquals(Set.copyOf(PATHS), scan().read());

    Scan second = scan();
    assertEquals(Set.of(), second.read());
    assertEquals(expected("text"), second.facts());
  }

  @Test
  void readsOtherContentAgain() {
    scan();

    Scan second = scan("one", "other", false);
    assertEquals(Set.copyOf(PATHS), second.read());
    assertEquals(expected("other"), second.facts());
    assertEquals(Set.of(), scan("one", "other", false).read());
  }

  @Test
  void readsTheSameContentAgainForAnotherPathOrKind() {
    scan();
    FactsCache cache = FactsCache.in(folder, "one", TODAY, false);
    FileFacts other = factsOf("x", "x");
    byte[] content = "text".getBytes(UTF_8);

    assertEquals(other, cache.of("a/D.java", SourceKind.PRODUCTION, content, () -> other));
    assertEquals(other, cache.of("a/A.java", SourceKind.TEST, content, () -> other));
    assertFalse(other.equals(cache.of("a/A.java", SourceKind.PRODUCTION, content, () -> other)));
  }

  @Test
  void keepsScansApart() {
    scan();

    assertEquals(Set.copyOf(PATHS), scan("two", "text", false).read());
    assertEquals(Set.of(), scan().read());
  }

  @Test
  void doesNotKeepWhatWasNotUnderstoodInFull() {
    FileFacts broken =
        FileFacts.of(new Problem(Problem.Kind.NOT_UNDERSTOOD, "a/A.java", 3, "cause", "remedy"));
    for (int i = 0; i < 2; i++) {
      boolean[] read = new boolean[1];
      FactsCache cache = FactsCache.in(folder, "one", TODAY, false);
      cache.of(
          "a/A.java",
          SourceKind.PRODUCTION,
          new byte[0],
          () -> {
            read[0] = true;
            return broken;
          });
      cache.keep();
      cache.close();
      assertTrue(read[0]);
    }
  }

  /** One flipped bit anywhere in the file is noticed, whatever it meant. */
  @Test
  void noticesEveryDamage() throws IOException {
    scan();
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 120)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      assertRebuilt(damaged);
    }
    for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 20)) {
      assertRebuilt(Arrays.copyOf(whole, length));
    }
  }

  private void assertRebuilt(byte[] damaged) throws IOException {
    Files.write(onlyFile(), damaged);
    Scan scan = scan();
    assertEquals(expected("text"), scan.facts());
    assertEquals(1, scan.cache().damages().size(), scan.cache().damages().toString());
    Scan next = scan();
    assertEquals(Set.of(), next.read());
    assertEquals(List.of(), next.cache().damages());
  }

  @Test
  void verifyingReadsEverythingAndFindsNothing() {
    scan();

    Scan second = scan("one", "text", true);
    assertEquals(Set.copyOf(PATHS), second.read());
    assertEquals(Set.of(), second.cache().differences());
  }

  @Test
  void verifyingFindsOtherFactsAndMendsThem() {
    FactsCache wrong = FactsCache.in(folder, "one", TODAY, false);
    wrong.of(
        "a/B.java",
        SourceKind.PRODUCTION,
        "text".getBytes(UTF_8),
        () -> factsOf("a/B.java", "something else"));
    wrong.keep();
    wrong.close();

    Scan verified = scan("one", "text", true);
    assertEquals(Set.of("a/B.java"), verified.cache().differences());
    assertEquals(expected("text"), verified.facts());
    assertEquals(Set.of(), scan("one", "text", true).cache().differences());
  }

  @Test
  void aFolderThatCannotBeMadeIsNoObstacle() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.writeString(folder, "a file in its place");

    Scan scan = scan();
    assertEquals(expected("text"), scan.facts());
    assertFalse(scan.cache().failures().isEmpty());
  }

  @Test
  void whatCannotBeWrittenToItsEndLeavesNoTrace() throws IOException {
    scan();
    byte[] before = Files.readAllBytes(onlyFile());
    CacheFolder files = new CacheFolder(folder, 1 << 20);

    assertThrows(
        IOException.class,
        () ->
            files.replace(
                onlyFile(),
                out -> {
                  out.write(new byte[1 << 18]);
                  throw new IOException("No space left on device");
                }));
    assertEquals(
        List.of(),
        List.of(Files.readAllBytes(onlyFile())).stream()
            .filter(after -> !Arrays.equals(before, after))
            .toList());
  }

  @Test
  void manyRunsAtOnceDisturbNoneOfThem() throws InterruptedException {
    Set<String> wrong = new ConcurrentSkipListSet<>();
    List<Thread> runs = new ArrayList<>();
    for (int run = 0; run < 8; run++) {
      String content = "text " + run % 3;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  Scan scan = scan("one", content, false);
                  if (!scan.facts().equals(expected(content))) {
                    wrong.add("other facts of " + content);
                  }
                  wrong.addAll(scan.cache().damages());
                  wrong.addAll(scan.cache().failures());
                }
              });
      thread.start();
      runs.add(thread);
    }
    for (Thread run : runs) {
      run.join();
    }
    assertEquals(Set.of(), wrong);
  }

  @Test
  void whatWasNotUsedForLongestMakesRoom() throws IOException {
    CacheFolder files = new CacheFolder(folder, 2_500);
    List<Path> written = new ArrayList<>();
    for (String scan : List.of("one", "two", "three")) {
      Path file = files.file(scan);
      files.replace(file, out -> out.write(new byte[1_000]));
      Files.setLastModifiedTime(
          file,
          FileTime.from(Instant.parse("2001-05-0%sT10:00:00Z".formatted(written.size() + 1))));
      written.add(file);
    }
    assertEquals(List.of(false, true, true), written.stream().map(Files::exists).toList());

    CacheFolder.used(written.get(1), LocalDate.of(2001, 6, 1));
    files.replace(files.file("four"), out -> out.write(new byte[1_000]));

    assertEquals(List.of(false, true, false), written.stream().map(Files::exists).toList());
  }

  @Test
  void whatACrashLeftIsTakenAwayAfterADay() throws IOException {
    Files.createDirectories(folder);
    Path old = Files.createTempFile(folder, "facts-", ".tmp");
    Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Path fresh = Files.createTempFile(folder, "facts-", ".tmp");
    scan();

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(fresh));
  }
}
