package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program does. */
class ReadmeTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  private static final String EXAMPLE = "cli/src/test/projects/fragmented-chat";

  private final Path folder;

  ReadmeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFirstCommandIsTheOneThatItsOutputComesFrom() {
    assertEquals("./ssot check " + EXAMPLE, blocks("sh").get(0).strip());
    String[] parts = blocks("text").get(0).split("(?m)^…\\n", -1);
    String output = Program.in(HOME).run("check", EXAMPLE).out();
    int from = 0;
    for (String part : parts) {
      int at = output.indexOf(part, from);
      assertTrue(at >= 0, () -> "the program no longer prints, in this order:\n" + part);
      from = at + part.length();
    }
    assertTrue(parts.length > 3);
  }

  @Test
  void theCodeThatItShowsIsTheExamples() {
    String source = read(HOME.resolve(EXAMPLE + DISPATCHER));
    assertTrue(source.contains(blocks("java").get(0)));
  }

  private static final String DISPATCHER =
      "/src/main/java/com/acme/chat/dispatch/ConversationDispatcher.java";

  @Test
  void thePolicyThatItShowsIsValid() {
    Project project = new Project(folder);
    project.file("ssot.yaml", blocks("yaml").get(0));
    project.file(
        "com/acme/session/SessionStore.java",
        "package com.acme.session;\n\npublic final class SessionStore {}\n");
    Program.Run run = Program.in(folder).run("check");
    assertEquals(0, run.status(), run.err() + run.out());
  }

  @Test
  void itsTableOfRulesIsTheCatalog() {
    Matcher rows = Pattern.compile("(?m)^\\| \\[`([a-z-]+)`]\\(([^)]+)\\)").matcher(readme());
    List<String> listed = new ArrayList<>();
    while (rows.find()) {
      listed.add(rows.group(1));
      assertTrue(Files.isRegularFile(HOME.resolve(rows.group(2))), rows.group(2));
    }
    assertEquals(Scan.rules().stream().map(RuleDescription::id).toList(), listed);
  }

  @Test
  void theTestCommandIsWhatTheBuildServerRuns() {
    assertEquals("mvn verify", blocks("sh").get(1).strip());
    assertTrue(read(HOME.resolve(".ci/run")).contains("mvn"));
  }

  private static List<String> blocks(String language) {
    Matcher matcher = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(readme());
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  private static String readme() {
    return read(HOME.resolve("README.md"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
