package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files as a user names them, or leaves them to be found. */
class ClassFilesTest {

  private final Path folder;
  private final Project project;

  ClassFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        new Project(folder)
            .file(
                "ssot.yaml",
                """
                version: 1
                isolated:
                  - types: [shop.**]
                    reason: There are many tenants
                """)
            .file(
                "src/main/java/shop/State.java",
                """
                package shop;
                class State {
                  static int now; // finds: shared-mutable-state
                  void next() { now++; }
                }
                """);
  }

  private Program.Run check(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "check";
    arguments[1] = "--format";
    arguments[2] = "json";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Program.in(folder).run(arguments);
  }

  private void compile(String target) {
    Compilation.run(folder.resolve("src/main/java"), folder.resolve(target));
  }

  @Test
  void areFoundBesideTheSources() {
    compile("target/classes");
    Program.Run run = check();

    assertEquals(Marks.expected(folder), Marks.found(run.out()), run.err());
    assertEquals(1, run.status());
    JsonNode counts = Marks.tree(run.out()).get("coverage").get("classFiles");
    assertEquals(1, counts.get("read").asInt());
  }

  @Test
  void areTakenFromWhereTheOptionSays() {
    compile("elsewhere");

    assertEquals(Set.of(), Marks.found(check().out()));
    assertEquals(Marks.expected(folder), Marks.found(check("--classes", "elsewhere").out()));
  }

  @Test
  void ofABuildAreReadWhereARuleNeedsThem() {
    compile("elsewhere");
    String[] built = {"--compiled", "elsewhere"};

    assertEquals(Marks.expected(folder), Marks.found(check(built).out()));
    project.file("ssot.yaml", "version: 1\n");
    JsonNode counts = Marks.tree(check(built).out()).get("coverage").get("classFiles");
    assertEquals(0, counts.get("found").asInt());
    Program.Run both = check("--compiled", "elsewhere", "--classes", "elsewhere");
    assertEquals(
        """
        error: --classes and --compiled contradict each other
          help: leave one of the two out
        """,
        both.err());
  }

  /** A canonical may be of the very type whose calls are its alone. */
  @Test
  void onlyCallsThatGoAroundTheCanonicalAreBypasses() {
    project
        .file(
            "ssot.yaml",
            """
            version: 1
            roles:
              - id: wire
                canonical: shop.Wire
                bypass:
                  reason: frames are counted there
                  calls: [{types: [shop.Line], methods: [send]}]
            """)
        .file(
            "src/main/java/shop/Line.java",
            "package shop;\n\npublic interface Line { void send(String text); }\n")
        .file(
            "src/main/java/shop/Wire.java",
            """
            package shop;

            public class Wire implements Line {
              private final Line next;
              public Wire(Line next) { this.next = next; }
              @Override public void send(String text) { next.send(text); }
            }
            """)
        .file(
            "src/main/java/shop/State.java",
            """
            package shop;

            class State {
              void through(Wire wire) { wire.send("a"); }
              void around(Line line) {
                line.send("a"); // finds: bypass
              }
            }
            """);
    compile("target/classes");

    assertEquals(Marks.expected(folder), Marks.found(check("--rule", "bypass").out()));
  }

  @Test
  void withoutThemTheRuleHasNotRun() {
    Program.Run run = Program.in(folder).run("check");

    assertEquals(0, run.status(), run.out());
    assertTrue(
        run.out().contains("shared-mutable-state      not run: it needs class files"), run.out());
  }

  @Test
  void aFindingOfAClassFileCanBeSuppressedAndBaselined() {
    compile("target/classes");
    assertEquals(
        0, Program.in(folder).run("baseline", "write", "--baseline", "known.jsonl").status());
    assertEquals(new TreeSet<>(), Marks.found(check("--baseline", "known.jsonl").out()));
  }

  @Test
  void damagedOnesMakeTheScanIncompleteAndAreCounted() {
    compile("target/classes");
    project.file("target/classes/shop/Text.class", "no class");
    Program.Run run = Program.in(folder).run("check");

    assertEquals(3, run.status());
    assertTrue(
        run.out().contains("class files: 2 found, 1 read, 1 not understood, 0 outdated"),
        run.out());
    assertTrue(run.out().contains("target/classes: not-understood: 1 class file is"), run.out());
  }

  @Test
  void wrongPathsAreNamedWithTheRemedy() {
    project.file("text.jar", "no jar");
    compile("out");

    assertRefused(
        "there is no file or folder `gone` for --classes", "compile the code first", "gone");
    assertRefused(
        "`text.jar` is neither a folder nor a jar:", "name a folder of class files", "text.jar");
    assertRefused("There is no class file in `", "compile the code first", "src");
  }

  private void assertRefused(String what, String help, String path) {
    Program.Run run = check("--classes", path);

    assertEquals(2, run.status(), run.out());
    assertTrue(run.err().contains(what), run.err());
    assertTrue(run.err().contains("help: " + help), run.err());
  }

  @Test
  void rulesOfTheUserNeedBothOptions() {
    Program.Run run = check("--arch-rule", "a.Rules");

    assertEquals(2, run.status());
    assertTrue(run.err().contains("--arch-rules and --arch-rule go together"), run.err());
  }
}
