package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what the reports write. */
final class ReadmeTest {

  @Test
  void showsTheConsoleReportOfOneFinding() throws IOException {
    String shown = "```text\n" + Scenario.ONE_FINDING.rendered("console") + "```\n";
    assertTrue(readme().contains(shown), () -> "The README should contain\n" + shown);
  }

  @Test
  void namesEveryFormat() throws IOException {
    String readme = readme();
    for (String format : Reporters.formats()) {
      assertTrue(readme.contains("\n| `" + format + "` |"), format);
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
