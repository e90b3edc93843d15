package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Launcher.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher script as a process, on the jar that this build has packaged.
 *
 * <p>Each test has a checkout of its own with a Maven that only copies the jar: a real build inside
 * a build would be slow, and {@code .ci/run} has one. Where it does not matter Java is a stub, too.
 */
class LauncherIT {

  private final Path folder;
  private final Launcher launcher;

  LauncherIT(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    this.launcher = Launcher.checkedOut(this.folder.resolve("check out"));
  }

  private static void assertStarted(Result result) {
    assertTrue(result.out().startsWith("started with "), result.out());
    assertTrue(result.out().endsWith("check out/cli/target/ssot.jar --version\n"), result.out());
    assertEquals("", result.err());
    assertEquals(0, result.status());
  }

  private static void assertVersion(Result result) {
    assertEquals("ssot " + Version.number() + "\n", result.out());
    assertEquals("", result.err());
    assertEquals(0, result.status());
  }

  @Test
  void buildsOnceAndSaysSo() {
    Result first = launcher.run("--version");
    assertTrue(first.out().startsWith("started with "), first.out());
    assertEquals("ssot: building, which takes a while and happens once\n", first.err());
    assertStarted(launcher.run("--version"));
    assertEquals(1, launcher.builds());
  }

  @Test
  void buildsAgainWhenASourceIsNewerThanTheJar() throws IOException {
    launcher.run("--version");
    Path source = launcher.home().resolve("rules/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertTrue(launcher.run("--version").err().contains("building"));
    assertEquals(2, launcher.builds());
  }

  @Test
  void buildsAgainWhenASourceIsDeleted() throws IOException {
    launcher.run("--version");
    Path source = launcher.home().resolve("rules/src/main/java/A.java");
    Files.delete(source);
    assertTrue(launcher.run("--version").err().contains("building"));
  }

  @Test
  void aFailedBuildShowsItsLogAndIsTriedAgain() throws IOException {
    launcher.breakBuild("[ERROR] cannot find symbol");
    for (int i = 1; i <= 2; i++) {
      Result result = launcher.run("--version");
      assertEquals("", result.out());
      assertTrue(result.err().contains("[ERROR] cannot find symbol"), result.err());
      assertTrue(result.err().contains("error: the build failed"), result.err());
      assertEquals(3, result.status());
      assertEquals(i, launcher.builds());
    }
  }

  @Test
  void firstRunsAtTheSameTimeBuildOnce() {
    List<CompletableFuture<Result>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(CompletableFuture.supplyAsync(() -> launcher.run("--version")));
    }
    for (CompletableFuture<Result> run : runs) {
      assertTrue(run.join().out().startsWith("started with "), run.join().err());
      assertEquals(0, run.join().status());
    }
    assertEquals(1, launcher.builds());
  }

  @Test
  void aLockOfADeadProcessIsTakenOver() throws IOException {
    Path lock = launcher.home().resolve("target/launcher.lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of("pid:999999999"));
    assertEquals(0, launcher.run("--version").status());
    assertFalse(Files.isSymbolicLink(lock));
  }

  @Test
  void startsWithoutMavenOnceBuilt() {
    launcher.run("--version");
    assertStarted(launcher.withoutMaven().run("--version"));
  }

  @Test
  void saysThatMavenIsMissing() {
    Result result = launcher.withoutMaven().run("--version");
    assertTrue(result.err().contains("there is no mvn on the PATH"), result.err());
    assertEquals(3, result.status());
  }

  @Test
  void saysThatJavaIsMissing() {
    Result result = launcher.withoutJava().run("--version");
    assertEquals(
        """
        error: there is no java on the PATH
          help: install a JDK, version 17 or newer, or set JAVA_HOME
        """,
        result.err());
    assertEquals(3, result.status());
  }

  @Test
  void saysThatJavaIsTooOld() throws IOException {
    for (String version : List.of("openjdk version \"11.0.2\"", "java version \"1.8.0_9\"")) {
      Result result = launcher.withJavaThatSays(version).run("--version");
      assertTrue(result.err().contains("is too old: " + version), result.err());
      assertEquals("", result.out());
      assertEquals(3, result.status());
    }
  }

  @Test
  void saysThatJavaHomeIsWrong() {
    Result wrong = launcher.with("JAVA_HOME", "/nowhere").run("--version");
    assertTrue(wrong.err().contains("JAVA_HOME is /nowhere, which has no bin/java"), wrong.err());
    assertEquals(3, wrong.status());
  }

  @Test
  void isFoundThroughAChainOfLinks() throws IOException {
    launcher.run("--version");
    Path bin = Files.createDirectories(folder.resolve("some bin/deeper"));
    Files.createSymbolicLink(folder.resolve("absolute"), launcher.script());
    Files.createSymbolicLink(bin.resolve("relative"), Path.of("../../absolute"));
    Files.createSymbolicLink(bin.resolve("ssot"), Path.of("relative"));
    assertStarted(launcher.at(bin.resolve("ssot")).run("--version"));
  }

  @Test
  void isFoundOnThePath() throws IOException {
    launcher.run("--version");
    assertStarted(launcher.onThePath().run("--version"));
  }

  @Test
  void runsTheProgramThatTheBuildMadeWithAnyArchive() throws IOException {
    Launcher real = launcher.withRealJava();
    assertEquals(0, real.run("--version").status());
    assertVersion(real.run("--version"));
    Path archive = real.archive();
    assertTrue(Files.size(archive) > 1_000_000, "no archive was made");
    for (String garbage : List.of("garbage", "")) {
      Files.delete(archive);
      Files.writeString(archive, garbage);
      assertVersion(real.run("--version"));
    }
  }

  @Test
  void makesTheArchiveAgainForAnotherJavaOfTheSameName() throws IOException {
    launcher.run("--version");
    Path archive = launcher.archive();
    Path made = archive.resolveSibling(archive.getFileName() + ".for");
    List<String> lines = Files.readAllLines(made);
    assertTrue(lines.get(1).endsWith("/java"), lines.toString());
    Files.write(made, List.of(lines.get(0), folder.resolve("other/java").toString()));
    assertStarted(launcher.run("--version"));
    assertEquals(lines, Files.readAllLines(made));
  }

  @Test
  void movesWithItsFolder() throws IOException {
    launcher.withRealJava().run("--version");
    Path moved = folder.resolve("moved");
    Files.move(launcher.home(), moved);
    assertVersion(launcher.at(moved.resolve("ssot")).run("--version"));
  }

  @Test
  void passesArgumentsAndOptionsAsTheyAre() {
    Launcher real =
        launcher
            .withoutJava()
            .with("JAVA_HOME", System.getProperty("java.home"))
            .with("SSOT_JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal");
    Result result = real.run("check", "a  b", "*");
    assertTrue(result.err().contains("no file or folder `a  b`"), result.err());
    assertTrue(
        result.out().lines().anyMatch(line -> line.matches(".* MaxHeapSize += 67108864 .*")));
    assertEquals(2, result.status());
  }

  @Test
  void choosesTheCollectorOfACheckUnlessSomebodyElseDoes() {
    launcher.run("--version");
    String ofCheck = "-XX:+UseParallelGC -XX:MaxTenuringThreshold=0";
    String check = launcher.run("check").out();
    assertTrue(check.contains(ofCheck), check);
    assertTrue(check.contains("-XX:MaxNewSize=96m -XX:InitialRAMPercentage=12"), check);
    assertTrue(check.contains("-XX:-DontCompileHugeMethods -XX:-UsePerfData"), check);
    String ofWatch = launcher.run("watch").out();
    assertFalse(ofWatch.contains("PerfData"), ofWatch);
    assertFalse(ofWatch.contains("HugeMethods"), ofWatch);
    assertTrue(ofWatch.contains("-XX:+UseSerialGC"), ofWatch);
    assertFalse(ofWatch.contains("Tenuring"), ofWatch);
    String chosen = launcher.with("SSOT_JAVA_OPTS", "-XX:+UseG1GC").run("check").out();
    assertTrue(chosen.contains("-XX:+UseG1GC"), chosen);
    assertFalse(chosen.contains("Parallel"), chosen);
    assertFalse(chosen.contains("Tenuring"), chosen);
    assertFalse(chosen.contains("NewSize"), chosen);
  }

  @Test
  void startsTheRouterFromAJarOfItsOwn() {
    launcher.run("router", "--version");
    Result result = launcher.withoutMaven().run("router", "serve", "a  b", "*");
    assertTrue(
        result.out().endsWith("check out/router/target/ssot-router.jar serve a  b *\n"),
        result.out());
    assertEquals("", result.err());
    assertEquals(0, result.status());
    assertEquals(1, launcher.builds());
  }

  @Test
  void oneBuildMakesBothPrograms() {
    assertTrue(launcher.run("router", "--version").err().contains("building"));
    launcher.run("--version");
    assertStarted(launcher.run("--version"));
    assertEquals(1, launcher.builds());
  }

  @Test
  void buildsAgainWhenASourceIsNewerThanTheRouter() throws IOException {
    launcher.run("router", "--version");
    Path source = launcher.home().resolve("rules/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertTrue(launcher.run("router", "--version").err().contains("building"));
    assertEquals(2, launcher.builds());
  }

  @Test
  void aRouterThatCanNotBeBuiltIsNotStarted() throws IOException {
    launcher.breakBuild("[ERROR] cannot find symbol");
    Result result = launcher.run("router", "--version");
    assertEquals("", result.out());
    assertTrue(result.err().contains("error: the build failed"), result.err());
    assertEquals(3, result.status());
  }

  @Test
  void passesTheRoutersExitStatusOn() throws IOException {
    Launcher real = launcher.withRealJava().with("SSOT_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC");
    Result version = real.run("router", "--version");
    assertEquals("ssot router " + Version.number() + "\n", version.out());
    assertEquals(0, version.status());
    Result wrong = real.run("router", "--nothing");
    assertTrue(wrong.err().contains("error: unknown option: '--nothing'"), wrong.err());
    assertEquals(2, wrong.status());
  }

  /** Java takes the encoding of file names from the locale, and C has none beyond ASCII. */
  @Test
  void namesOfFilesReadTheSameInAnyLocale() throws IOException {
    Project project =
        new Project(folder.resolve("code"))
            .file("src/\u00dcberblick.java", "class \u00dcberblick {\n  void x( {\n}\n");
    Launcher real = launcher.withRealJava();
    Result plain = real.run("check", project.folder().toString());
    assertTrue(plain.out().contains("src/\u00dcberblick.java"), plain.out() + plain.err());
    assertEquals(3, plain.status());
    for (String locale : List.of("C", "POSIX", "tr_TR.UTF-8", "de_DE.ISO-8859-1")) {
      Result other = real.with("LC_ALL", locale).run("check", project.folder().toString());
      assertEquals(plain.out(), other.out(), locale);
      assertEquals(plain.status(), other.status(), locale);
    }
  }
}
