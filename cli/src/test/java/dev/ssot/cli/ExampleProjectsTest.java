package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example projects, checked as a user would, against the marks in their own files. */
class ExampleProjectsTest {

  private static final Path PROJECTS = Path.of("src/test/projects").toAbsolutePath();

  @Test
  void findsEverythingThatTheFragmentedProjectMarksAndNothingElse() {
    Path project = PROJECTS.resolve("fragmented-chat");
    Program.Run run = Program.in(project).run("check", "--format", "json");
    assertEquals(Marks.expected(project), Marks.found(run.out()));
    assertEquals(28, Marks.found(run.out()).size());
    assertEquals(1, run.status(), run.err());
  }

  @Test
  void countsTheSitesOfTheFragmentedRole() {
    Program.Run run =
        Program.in(PROJECTS.resolve("fragmented-chat")).run("check", "--format", "json");
    var total = Marks.tree(run.out()).get("compliance").get("total");
    assertEquals(12, total.get("compliant").asInt());
    assertEquals(29, total.get("sites").asInt());
  }

  @Test
  void findsNothingInTheTidyProject() {
    Path project = PROJECTS.resolve("tidy-chat");
    Program.Run run = Program.in(project).run("check", "--format", "json");
    assertEquals(Marks.expected(project), Marks.found(run.out()));
    assertEquals(0, run.status(), run.out());
  }
}
