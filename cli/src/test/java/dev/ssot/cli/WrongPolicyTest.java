package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the messages for each wrong policy of {@code src/test/policies/wrong} against the text
 * beside it.
 */
class WrongPolicyTest {

  private static final Path WRONG = Path.of("src/test/policies/wrong").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> namesEveryFault() throws IOException {
    return names(".yaml").stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private static void check(String name) throws IOException {
    Program.Run run = Program.in(WRONG).run("check", "--policy", name + ".yaml", ".");
    assertEquals(Files.readString(WRONG.resolve(name + ".txt")), run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void everyPolicyHasItsMessagesAndEveryMessageItsPolicy() throws IOException {
    assertEquals(names(".yaml"), names(".txt"));
    assertTrue(names(".yaml").size() > 50, "the folder of wrong policies has lost its files");
  }

  private static List<String> names(String ending) throws IOException {
    try (Stream<Path> files = Files.list(WRONG)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }
}
