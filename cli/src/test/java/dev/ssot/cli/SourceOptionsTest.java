package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScannedCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build says which folders hold test code and generated code. */
class SourceOptionsTest {

  private final Path folder;

  SourceOptionsTest(@TempDir Path folder) {
    this.folder = folder;
    Project project = ClockProject.in(folder, "main");
    // A name that a glob would read otherwise.
    project.file("more [x]/com/acme/more/Clock.java", ClockProject.clock("com.acme.more"));
  }

  private String check(String... arguments) {
    Program.Run run = Program.in(folder).run(arguments);
    return run.out() + run.err();
  }

  @Test
  void aRivalInProductionIsFound() {
    assertTrue(check("check").contains("[duplicate-implementation]"), check("check"));
  }

  @Test
  void aRivalInAFolderOfTestsIsNone() {
    String out = check("check", "--tests", "more [x]");
    assertFalse(out.contains("[duplicate-implementation]"), out);
    assertTrue(out.contains("outcome: clean"), out);
  }

  @Test
  void aRivalInAFolderOfGeneratedCodeIsNone() {
    String out = check("check", "--generated", "more [x]");
    assertFalse(out.contains("[duplicate-implementation]"), out);
  }

  @Test
  void aRivalInAFolderOfTestsIsNoneInAHistoryEither() throws IOException {
    GitFolder git = GitFolder.init(folder);
    git.commit("all");
    String all = check("history");
    assertTrue(all.contains(" 1 (1 live)") || all.contains(" 1 (0 live)"), all);
    String out = check("history", "--tests", "more [x]");
    assertTrue(out.contains("100.0 %"), out);
    assertEquals(
        """
        error: `more [x]` for --tests is not scanned
          help: name it among the paths as well
        """,
        check("history", "main", "--tests", "more [x]"));
  }

  @Test
  void aRivalInAFolderOfTestsIsNoneOfAnOpenProjectEither() throws IOException {
    JudgingOptions options = new JudgingOptions();
    assertEquals(1, rivals(options));
    options.scan.sources.tests.add(Path.of("more [x]"));
    assertEquals(0, rivals(options));
  }

  private long rivals(JudgingOptions options) throws IOException {
    Path real = folder.toRealPath();
    Surroundings surroundings =
        Surroundings.inside(real, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
    options.scan.cache.none = true;
    try (OpenProject project = new OpenProject(options, real, surroundings)) {
      ScannedCode code =
          ScannedCode.of(project.request(base -> Overlay.none()), ScanListener.silent());
      return code.result().findings().stream()
          .filter(finding -> finding.rule().equals("duplicate-implementation"))
          .count();
    }
  }

  @Test
  void whatIsAddedIsNoLineOfThePolicy() {
    String json = check("check", "--format", "json");
    String told = check("check", "--format", "json", "--tests", "main/com");
    assertEquals(linesOfThePolicy(json), linesOfThePolicy(told));
    assertFalse(told.contains("matches no file"), told);
  }

  private static String linesOfThePolicy(String json) {
    String rule = json.substring(json.indexOf("\"unmatched-policy\""));
    return rule.substring(0, rule.indexOf('}'));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertEquals(
        """
        error: there is no file or folder `nowhere` for --tests
          help: mend the path, or leave the option out
        """,
        check("check", "--tests", "nowhere"));
  }

  @Test
  void aFolderThatIsNotScannedIsNamed() {
    assertEquals(
        """
        error: `more [x]` for --generated is not scanned
          help: name it among the paths as well
        """,
        check("check", "main", "--generated", "more [x]"));
  }
}
