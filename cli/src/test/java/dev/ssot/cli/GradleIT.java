package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The block of the README for Gradle: in a real Gradle, and its command by itself. */
class GradleIT {

  private final Path folder;
  private final Project project;

  GradleIT(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
    project = ClockProject.in(folder, "src/main/java");
    Files.createDirectories(folder.resolve("tools"));
    Files.copy(Path.of("target/ssot.jar"), folder.resolve("tools/ssot.jar"));
    project.file("settings.gradle", "rootProject.name = 'clock'\n");
    project.file("build.gradle", block() + "\napply plugin: 'java'\n");
  }

  private static String block() throws IOException {
    Matcher block =
        Pattern.compile("(?s)```groovy\n(.*?)```").matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find());
    return block.group(1);
  }

  private void plantRival() {
    project.file("src/main/java/com/acme/more/Clock.java", ClockProject.clock("com.acme.more"));
  }

  private record Result(int status, String log) {}

  private Result run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), log);
  }

  private Result gradle() throws IOException, InterruptedException {
    return run(List.of("gradle", "--offline", "--no-daemon", "--console=plain", "check"));
  }

  private static boolean isInstalled(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  @Test
  void gradleChecksAndSkipsWhatHasNotChangedAndFailsOnARival()
      throws IOException, InterruptedException {
    assumeTrue(
        isInstalled("gradle"), "there is no gradle on the PATH: the block was not run in it");
    Result clean = gradle();
    assertEquals(0, clean.status(), clean.log());
    assertTrue(clean.log().contains("outcome: clean"), clean.log());
    assertTrue(project.text("build/ssot/ssot.html").contains("com.acme.Clock"));
    Result again = gradle();
    assertTrue(again.log().contains(":ssot UP-TO-DATE"), again.log());
    plantRival();
    Result planted = gradle();
    assertEquals(1, planted.status(), planted.log());
    assertTrue(planted.log().contains("[duplicate-implementation]"), planted.log());
    assertTrue(planted.log().contains("Execution failed for task ':ssot'"), planted.log());
  }

  @Test
  void theCommandOfTheBlockChecks() throws IOException, InterruptedException {
    Matcher line = Pattern.compile("(?s)commandLine (.*?)\n}").matcher(block());
    assertTrue(line.find());
    List<String> command = new ArrayList<>();
    for (String argument : line.group(1).split(",\\s*", -1)) {
      boolean quoted = argument.startsWith("'");
      command.add(quoted ? argument.substring(1, argument.length() - 1) : "build/report.html");
    }
    assertEquals(0, run(command).status());
    plantRival();
    Result planted = run(command);
    assertEquals(1, planted.status());
    assertTrue(planted.log().contains("[duplicate-implementation]"), planted.log());
    assertTrue(project.text("build/report.html").contains("com.acme.more.Clock"));
  }
}
