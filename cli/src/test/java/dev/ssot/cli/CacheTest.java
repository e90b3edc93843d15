package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Facts that are kept from one scan to the next change no report. */
class CacheTest {

  private static final int EDITS = 25;

  private final Path folder;
  private final Path cache;
  private final Program program;

  CacheTest(@TempDir Path parent) throws IOException {
    folder = Files.createDirectory(parent.resolve("project"));
    cache = parent.resolve("cache");
    program = Program.in(folder);
  }

  private Run check(String... options) {
    return check(program, options);
  }

  private static Run check(Program program, String... options) {
    List<String> args = new ArrayList<>(List.of("check", "--format", "json"));
    args.addAll(List.of(options));
    return program.run(args.toArray(String[]::new));
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Files of facts, or of results. */
  private List<Path> kept(String ending) throws IOException {
    return kept().stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  @TestFactory
  Stream<DynamicTest> anyEditsGiveTheSameBytes(@TempDir Path projects) {
    return LongStream.range(0, 4)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> {
                      Path here = Files.createDirectory(projects.resolve("project-" + seed));
                      editAndCompare(new RandomProject(here, seed), Program.in(here), seed);
                    }));
  }

  private void editAndCompare(RandomProject project, Program in, long seed) throws IOException {
    String[] policy = seed % 3 == 0 ? new String[] {"--no-policy"} : new String[0];
    String did = "made it";
    int findings = 0;
    for (int i = 0; i <= EDITS; i++) {
      Run with = check(in, with(policy, "--cache", cache.toString()));
      assertEquals(check(in, with(policy, "--no-cache")), with, did);
      assertTrue(with.status() == 0 || with.status() == 1 || with.status() == 3, with.err());
      findings += with.out().split("\"fingerprint\"", -1).length - 1;
      if (i % 10 == 9) {
        Run verified = check(in, with(policy, "--verify-cache", "--cache", cache.toString()));
        assertEquals(with, verified, did);
      }
      did = project.edit();
    }
    assertTrue(findings > EDITS || seed % 3 == 0, findings + " findings");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void isUsed() throws IOException {
    Project.plain(folder);
    check("--cache", cache.toString());
    byte[] first = Files.readAllBytes(kept(".facts").get(0));
    Files.delete(kept(".result").get(0));
    check("--cache", cache.toString());

    assertEquals(3, kept().size());
    // A file that was written again would have another salt.
    assertEquals(
        new String(first, StandardCharsets.ISO_8859_1),
        Files.readString(kept(".facts").get(0), StandardCharsets.ISO_8859_1));
  }

  @Test
  void liesWhereTheVariablesSay() throws IOException {
    Project.plain(folder);
    for (Map.Entry<String, String> place : places().entrySet()) {
      Path named = cache.resolve(place.getKey());
      check(program.with(place.getKey(), named.toString()));
      Path expected = named.resolve(place.getValue());
      assertEquals(
          1,
          kept(".facts").stream().filter(file -> file.startsWith(expected)).count(),
          place.getKey());
    }
  }

  /** Folders for caches below what variables name, on the system of this machine. */
  private static Map<String, String> places() {
    if (File.separatorChar == '\\') {
      return Map.of("SSOT_CACHE", "", "LOCALAPPDATA", "ssot/cache");
    }
    return System.getProperty("os.name", "").startsWith("Mac")
        ? Map.of("SSOT_CACHE", "", "HOME", "Library/Caches/ssot")
        : Map.of("SSOT_CACHE", "", "XDG_CACHE_HOME", "ssot", "HOME", ".cache/ssot");
  }

  @Test
  void liesInTheScannedFolderOnlyWhenAsked() throws IOException {
    Project.plain(folder);
    Path inside = folder.resolve(".cache");
    places().keySet().stream()
        .filter(variable -> !variable.equals("SSOT_CACHE"))
        .forEach(variable -> check(program.with(variable, inside.toString())));
    assertFalse(Files.exists(inside));

    check("--cache", ".cache");
    assertTrue(Files.exists(inside));
  }

  @Test
  void keepsNothingWhereNobodySaysWhere() throws IOException {
    Project.plain(folder);
    check();
    check(program.with("SSOT_CACHE", cache.toString()), "--no-cache");

    assertEquals(List.of(), kept());
  }

  private void assertRebuilt(Run clean, String cause) {
    Run run = check("--cache", cache.toString());
    assertEquals("note: the cache is damaged and is rebuilt: " + cause + "\n", run.err());
    assertEquals(clean.out(), run.out());
  }

  @Test
  void aDamagedCacheIsRebuiltWithALineThatSaysSo() throws IOException {
    Project.plain(folder);
    Run clean = check("--cache", cache.toString());
    Files.delete(kept(".result").get(0));
    Path file = kept(".facts").get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);

    assertRebuilt(clean, "the checksum of its index is wrong");
    assertEquals(clean, check("--cache", cache.toString()));
  }

  @Test
  void aDamagedResultIsFoundAgainWithALineThatSaysSo() throws IOException {
    Project.plain(folder);
    Run clean = check("--cache", cache.toString());
    Path file = kept(".result").get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertRebuilt(clean, "the checksum of a kept result is wrong");
    assertEquals(clean, check("--cache", cache.toString()));
  }

  @Test
  void damagedTablesAreMadeAgainWithALineThatSaysSo() throws IOException {
    Project.plain(folder);
    Run clean = check("--cache", cache.toString());
    Files.delete(kept(".result").get(0));
    Path file = kept(".tables").get(0);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertRebuilt(clean, "the checksum of its tables is wrong");
    Files.delete(kept(".result").get(0));
    assertEquals(clean, check("--verify-cache", "--cache", cache.toString()));
  }

  @Test
  void aResultIsOfOneDay() {
    Project.plain(folder)
        .file(
            "src/main/java/com/acme/Old.java",
            """
            package com.acme;

            // ssot:allow unresolved-import until=2026-06-01 owner=me -- it comes next week
            import com.acme.Cloak;

            class Old {}
            """);
    Program later = program.on("2026-06-02");
    Run today = check("--cache", cache.toString());
    assertEquals(today, check("--cache", cache.toString()));
    assertEquals(check(later, "--no-cache"), check(later, "--cache", cache.toString()));
    assertFalse(today.equals(check(later, "--cache", cache.toString())));
    assertEquals(today, check("--cache", cache.toString()));
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoObstacle() {
    Project.plain(folder).file("../taken", "no folder");
    Run clean = check();

    Run run = check("--cache", "../taken");
    assertEquals(clean.out(), run.out());
    assertEquals(clean.status(), run.status());
    assertTrue(run.err().startsWith("note: the cache cannot be "), run.err());
    assertEquals(
        clean, check(program.with("XDG_CACHE_HOME", folder.resolve("../taken").toString())));
  }

  @Test
  void isSharedByTheOtherCommandsThatScan() throws IOException {
    Project.plain(folder);
    for (String command : List.of("roles", "suppressions")) {
      Run without = program.run(command);
      assertEquals(without, program.run(command, "--cache", cache.toString()));
      assertEquals(without, program.run(command, "--cache", cache.toString()));
    }
    assertEquals(1, kept().size());
  }

  @TestFactory
  Stream<DynamicTest> isUsedByTheCommandsThatChangeOrPlan(@TempDir Path caches) {
    Project.plain(folder)
        .file(
            "ssot.yaml",
            """
            version: 1
            roles:
              - id: clocks
                title: telling the time
                canonical: com.acme.Clock
                forbid:
                  - {path: com.old.Watch, reason: it has moved, use: com.acme.Clock}
            """)
        .file("src/main/java/com/old/Watch.java", "package com.old;\n\npublic class Watch {}\n")
        .file(
            "src/main/java/com/acme/User.java",
            "package com.acme;\n\nclass User { com.old.Watch own; }\n");
    return Stream.of("fix --dry-run", "plan clocks", "prove")
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line,
                    () -> {
                      String[] command = line.split(" ");
                      String place = caches.resolve(command[0]).toString();
                      Run without = program.run(command);
                      assertEquals(without, program.run(with(command, "--cache", place)));
                      try (Stream<Path> files = Files.list(Path.of(place))) {
                        assertEquals(1, files.count());
                      }
                      assertEquals(without, program.run(with(command, "--cache", place)));
                      String[] verified = with(command, "--verify-cache", "--cache", place);
                      assertEquals(without, program.run(verified));
                    }));
  }

  @Test
  void contradictionsAreRefused() {
    assertEquals(
        new Run(
            2,
            "",
            """
            error: --no-cache and --cache contradict each other
              help: leave one of the two out
            """),
        check("--no-cache", "--cache", "x"));
    assertEquals(
        new Run(
            2,
            "",
            """
            error: --no-cache and --verify-cache contradict each other
              help: leave one of the two out
            """),
        check("--no-cache", "--verify-cache"));
    assertEquals(
        new Run(2, "", "error: there is no cache to verify\n  help: name one by --cache\n"),
        check("--verify-cache"));
  }

  @Test
  void aDifferenceIsAFailureOfItsOwn() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(program.surroundings(new ByteArrayOutputStream(), err, System::nanoTime));

    assertEquals(
        3, new Failures(streams, () -> false).report(new CacheDiffers(Set.of("a/A.java"))));
    assertEquals(
        """
        error: the cache holds other facts of one file than the code: `a/A.java`
          help: scan with --no-cache, and report it as a defect; the cache is written anew
        """,
        err.toString(StandardCharsets.UTF_8));
    err.reset();
    assertEquals(3, new Failures(streams, () -> false).report(new CacheDiffers()));
    assertEquals(
        """
        error: the cache holds another result than the one that the code gives
          help: scan with --no-cache, and report it as a defect; the cache is written anew
        """,
        err.toString(StandardCharsets.UTF_8));
  }
}
