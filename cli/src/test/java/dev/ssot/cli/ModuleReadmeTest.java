package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README of this module leaves nothing out and shows what the program says. */
class ModuleReadmeTest {

  private final String readme;

  ModuleReadmeTest() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  private static List<String> matches(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1)).toList();
  }

  private void assertExplained(List<String> names, String form) {
    assertTrue(names.size() > 3, names.toString());
    assertEquals(
        List.of(), names.stream().filter(name -> !readme.contains(form.formatted(name))).toList());
  }

  @Test
  void explainsEveryOptionOfCheck() {
    String help = Program.in(Path.of("").toAbsolutePath()).run("check", "--help").out();
    assertExplained(matches("(?m)^ {6}(--[a-z-]+)", help), "`%s");
  }

  @Test
  void explainsEveryCommand() {
    String help = Program.in(Path.of("").toAbsolutePath()).run("--help").out();
    String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Exit status"));
    assertExplained(matches("(?m)^  ([a-z]+) ", commands), "| `ssot %s");
  }

  @Test
  void explainsEveryKeyOfThePolicy() throws IOException {
    Path schema = Path.of("src/main/resources/dev/ssot/cli/policy.schema.json");
    Set<String> keys = new TreeSet<>();
    for (JsonNode properties :
        new ObjectMapper().readTree(schema.toFile()).findValues("properties")) {
      properties.fieldNames().forEachRemaining(keys::add);
    }
    RuleNames.all().forEach(keys::remove);
    assertTrue(keys.containsAll(List.of("version", "canonical", "over", "minimum-score")));
    for (String key : keys) {
      assertTrue(readme.matches("(?s).*[`.]" + key + "[`.\\[].*"), key);
    }
  }

  @Test
  void showsAMessageAsTheProgramWritesIt(@TempDir Path folder) throws IOException {
    Matcher block = Pattern.compile("(?s)```text\n(.*?)```").matcher(readme);
    assertTrue(block.find());
    Path policy = Path.of("src/test/policies/wrong/unknown-keys.yaml");
    Project.plain(folder).file("ssot.yaml", Files.readString(policy));
    String err = Program.in(folder).run("check").err();
    assertTrue(err.contains(block.group(1)), err);
  }
}
