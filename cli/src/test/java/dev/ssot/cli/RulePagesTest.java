package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.scan.Scan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on the rules' pages do what the pages say. */
class RulePagesTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(yaml|java|jsonl)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern MARK_OF_A_LINE = Pattern.compile("(?m) // finds: ([a-z-]+)$");

  /** The annotation as archunit-junit5-api has it, which comes with the rules of the user. */
  private static final String ARCH_TEST =
      """
      package com.tngtech.archunit.junit;
      import java.lang.annotation.*;
      @Retention(RetentionPolicy.RUNTIME) public @interface ArchTest {}
      """;

  /** Rules that find what is new against an earlier state. */
  private static final Set<String> COMPARING = Set.of("new-shim-caller");

  private final Path folder;

  RulePagesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<RuleDescription> rules() {
    return Scan.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void wrongCodeIsFoundWhereThePageMarksItAndNowhereElse(RuleDescription rule) {
    Set<String> expected = write(section(rule, "Wrong"));
    expected.addAll(Marks.expected(folder));
    Program.Run run = COMPARING.contains(rule.id()) ? compared() : check(rule);
    assertEquals(expected, Marks.found(run.out()), run.err());
    Set<String> ids =
        expected.stream()
            .map(mark -> mark.substring(mark.indexOf(' ') + 1))
            .collect(Collectors.toSet());
    assertTrue(ids.contains(rule.id()), "the page does not mark what it is about");
    // What is no longer accepted is found beside the rule that says so.
    assertTrue(ids.size() == 1 || rule.tags().contains("acceptance"), ids.toString());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rightCodeIsClean(RuleDescription rule) {
    write(section(rule, "Right"));
    Program.Run run = check(rule);
    assertEquals(new TreeSet<>(), Marks.found(run.out()), run.err());
    assertEquals(0, run.status(), run.out());
  }

  /** Commits all but the marked files, and checks what they add. */
  private Program.Run compared() {
    GitFolder git = GitFolder.init(folder);
    git.done("add", "-A");
    for (String mark : Marks.expected(folder)) {
      git.done("reset", "-q", "--", mark.substring(0, mark.indexOf(':')));
    }
    git.done("commit", "-q", "-m", "before");
    return git.program("").run("check", "--since", "HEAD", "--format", "json");
  }

  /** Checks the folder; where a rule is about class files, the code is compiled before. */
  private Program.Run check(RuleDescription rule) {
    List<String> arguments = new ArrayList<>(List.of("check", "--format", "json"));
    boolean userRules = rule.id().equals("architecture-violation");
    if (rule.tags().contains("bytecode")) {
      if (userRules) {
        new Project(folder).file("com/tngtech/archunit/junit/ArchTest.java", ARCH_TEST);
      }
      Compilation.run(folder, folder.resolve("classes"));
      arguments.addAll(List.of("--classes", "classes"));
    }
    if (userRules) {
      arguments.addAll(List.of("--arch-rules", "classes", "--arch-rule", "shop.arch.Rules"));
    }
    return Program.in(folder).run(arguments.toArray(String[]::new));
  }

  private static String section(RuleDescription rule, String heading) {
    String page = rule.page();
    int start = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  /** Writes the files; answers the marks in those that take no comments. */
  private Set<String> write(String section) {
    Set<String> marks = new TreeSet<>();
    Project project = new Project(folder);
    Matcher blocks = BLOCK.matcher(section);
    while (blocks.find()) {
      String text = blocks.group(2);
      if (blocks.group(1).equals("yaml")) {
        project.file("ssot.yaml", text);
      } else {
        String first = text.lines().findFirst().orElseThrow();
        String name = first.substring("// ".length());
        String rest = text.substring(first.length() + 1);
        if (blocks.group(1).equals("jsonl")) {
          Matcher mark = MARK_OF_A_LINE.matcher(rest);
          while (mark.find()) {
            int line = (int) rest.substring(0, mark.start()).lines().count();
            marks.add("%s:%s %s".formatted(name, line, mark.group(1)));
          }
          rest = mark.replaceAll("");
        }
        project.file(name, rest);
      }
    }
    return marks;
  }
}
