package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every report of every small scenario is the file {@code golden/<scenario>.<format>}, byte by
 * byte.
 *
 * <p>With {@code -Dgolden.update=true} a file that differs is rewritten and its test still fails,
 * so that no build passes that has changed what it is compared with.
 */
final class GoldenTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  @TestFactory
  Stream<DynamicTest> rendersTheGoldenFile() {
    return Arrays.stream(Scenario.values())
        .flatMap(
            scenario ->
                Reporters.formats().stream()
                    .filter(scenario::hasGoldenFile)
                    .map(
                        format ->
                            DynamicTest.dynamicTest(
                                name(scenario, format), () -> compare(scenario, format))));
  }

  @Test
  void everyGoldenFileHasAScenarioAndTheOtherWayRound() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Scenario scenario : Scenario.values()) {
      Reporters.formats().stream()
          .filter(scenario::hasGoldenFile)
          .forEach(format -> expected.add(name(scenario, format)));
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          expected,
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static String name(Scenario scenario, String format) {
    return scenario.label() + "." + format;
  }

  private static void compare(Scenario scenario, String format) throws IOException {
    Path file = FOLDER.resolve(name(scenario, format));
    String rendered = folded(scenario.rendered(format), format);
    if (Boolean.getBoolean("golden.update")) {
      update(file, rendered);
      return;
    }
    assertEquals(Files.readString(file), rendered);
  }

  /** An HTML report without its style, its script and their hashes, which are files themselves. */
  private static String folded(String report, String format) {
    return format.equals("html")
        ? report
            .replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
            .replaceAll("sha256-[^&]*", "sha256-")
        : report;
  }

  private static void update(Path file, String rendered) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(rendered)) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, rendered);
      fail("Rewrote " + file + "; read the difference, then run again without golden.update");
    }
  }
}
