package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tracking document of a role: what it says first, and what an update makes of it. */
class PlanTest {

  private final Path folder;
  private final Project project;

  PlanTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        new Project(folder)
            .file(
                "ssot.yaml",
                """
                version: 1
                roles:
                  - id: sessions
                    title: keeping sessions
                    canonical: canon.Sessions
                    forbid:
                      - {path: old.Legacy, reason: it has moved, use: canon.Sessions}
                gate: {minimum-score: 0}
                """)
            .file(
                "src/main/java/canon/Sessions.java",
                """
                package canon;

                public class Sessions<K extends Comparable<K>> {
                  public int count(String name) { return 0; }
                }
                """)
            .file(
                "src/main/java/old/Legacy.java",
                """
                package old;

                import java.io.IOException;
                import java.util.ArrayList;
                import java.util.List;

                public class Legacy {
                  public static class Key {}
                  List<Key> keys = new ArrayList<>();
                  public int count(String name) { return 1; }
                  public <T extends Key> List<T> keys(Class<T> type, int... most) throws IOException {
                    return null;
                  }
                }
                """)
            .file(
                "src/main/java/app/User.java",
                """
                package app;

                import old.Legacy;

                class User {
                  int use(Legacy one) throws Exception {
                    return one.count("a") + one.keys(Legacy.Key.class, 1).size();
                  }
                }
                """);
  }

  private Run run(int status, String... args) {
    Run run = Program.in(folder).run(args);
    assertEquals(status, run.status(), run.out() + run.err());
    return run;
  }

  @Test
  void listsTheStepsInTheirOrder() {
    assertEquals(
        """
        # Consolidate the role `sessions`: keeping sessions

        The canonical is `canon.Sessions` (src/main/java/canon/Sessions.java).
        `ssot plan sessions --output` with this file ticks what the code shows as done;
        what people write here stays. Steps are in the order in which they are safe.

        ## Tests first

        - [ ] a test uses the canonical `canon.Sessions` <!-- ssot:test canon.Sessions -->
        - [ ] a test pins what callers get from `count` of `old.Legacy` <!-- ssot:test old.Legacy#count -->
        - [ ] a test pins what callers get from `keys` of `old.Legacy` <!-- ssot:test old.Legacy#keys -->

        ## Calls of `old.Legacy` that bind as they are

        They compile and mean the same on the canonical. Where a forbidden path names the type,
        `ssot fix` rewrites those that are safe.

        - [ ] `app.User` calls `count(String)` (src/main/java/app/User.java) <!-- ssot:call old.Legacy app.User count(String) -->

        ## Calls of `old.Legacy` that need an adapter

        - [ ] `app.User` calls `keys(Class, int...)` (src/main/java/app/User.java): `Sessions` has no `keys` <!-- ssot:call old.Legacy app.User keys(Class, int...) -->

        An adapter to start from; it compiles as it is:

        ```java
        package old;

        import java.io.IOException;
        import java.util.List;
        import old.Legacy.*;

        final class LegacyAdapter {

          private final canon.Sessions<?> canonical;

          LegacyAdapter(canon.Sessions<?> canonical) {
            this.canonical = canonical;
          }

          public <T extends Key> List<T> keys(Class<T> type, int... most) throws IOException {
            throw new UnsupportedOperationException("keys is still to be adapted");
          }
        }
        ```

        ## Delete last

        - [ ] delete `old.Legacy`, forbidden by the policy (src/main/java/old/Legacy.java): when its 1 user above has moved <!-- ssot:delete old.Legacy -->
        """,
        run(0, "plan", "sessions").out());
  }

  @Test
  void theAdapterCompiles() {
    String document = run(0, "plan", "sessions").out();
    int start = document.indexOf("```java\n") + "```java\n".length();
    project.file(
        "src/main/java/old/LegacyAdapter.java",
        document.substring(start, document.indexOf("```", start)));
    Compiler.assertCompiles(folder.resolve("src/main/java"), "UTF-8", folder.resolve("classes"));

    String next = run(0, "plan", "sessions").out();
    assertTrue(next.contains("final class LegacyAdapter2 {"), next);
  }

  @Test
  void anUpdateWithoutNewsChangesNothing() {
    run(0, "plan", "sessions", "--output", "plan.md");
    String document = project.text("plan.md");
    run(0, "plan", "sessions", "--output", "plan.md");
    assertEquals(document, project.text("plan.md"));
  }

  @Test
  void anUpdateTicksWhatIsDoneAndKeepsWhatPeopleWrote() {
    run(0, "plan", "sessions", "--output", "plan.md");
    project.file(
        "plan.md",
        project
            .text("plan.md")
            .replace("- [ ] delete `old.Legacy`", "  * [ ] Ann deletes it,")
            .replace("## Tests first\n", "## Tests first\n\nBob, until May.\n")
            .replace("- [ ] `app.User` calls `keys", "- [x] (Ann: agreed) `app.User` calls `keys"));
    project
        .file(
            "src/test/java/canon/SessionsTest.java",
            "package canon;\n\nclass SessionsTest { Sessions<String> one; }\n")
        .file(
            "src/main/java/app/User.java",
            """
            package app;

            import old.Legacy;

            class User {
              int use(Legacy one) throws Exception { return one.keys(Legacy.Key.class).size(); }
            }
            """)
        .file(
            "src/main/java/app/New.java",
            "package app;\n\nclass New { int n(old.Legacy one) { return one.count(\"b\"); } }\n");
    run(0, "plan", "sessions", "--output", "plan.md");
    String document = project.text("plan.md");

    assertTrue(document.contains("## Tests first\n\nBob, until May.\n"), document);
    assertTrue(document.contains("- [x] a test uses the canonical"), document);
    assertTrue(document.contains("- [x] `app.User` calls `count(String)`"), document);
    assertTrue(document.contains("- [ ] `app.New` calls `count(String)`"), document);
    assertTrue(document.contains("- [x] (Ann: agreed) `app.User` calls `keys"), document);
    assertTrue(document.contains("  * [ ] Ann deletes it,"), document);
  }

  @Test
  void allIsTickedWhenTheTypeIsGone() {
    run(0, "plan", "sessions", "--output", "plan.md");
    project
        .file("src/main/java/old/Legacy.java", "package old;\n")
        .file("src/main/java/app/User.java", "package app;\n\nclass User {}\n");
    run(0, "plan", "sessions", "--output", "plan.md");
    String document = project.text("plan.md");

    assertTrue(document.contains("- [x] delete `old.Legacy`"), document);
    assertTrue(document.contains("- [x] `app.User` calls `count"), document);
    assertTrue(document.contains("- [ ] a test uses the canonical"), document);
  }

  @Test
  void nothingIsTickedOnlyBecauseThePolicyHasChanged() {
    run(0, "plan", "sessions", "--output", "plan.md");
    String document = project.text("plan.md");
    project.file("ssot.yaml", project.text("ssot.yaml").replaceAll("(?m)^.*forbid:\n.*\n", ""));
    run(0, "plan", "sessions", "--output", "plan.md");
    assertEquals(document, project.text("plan.md"));
  }

  @Test
  void anIncompleteScanTicksNothing() {
    run(0, "plan", "sessions", "--output", "plan.md");
    String document = project.text("plan.md");
    project.file("src/main/java/app/User.java", "package app;\n\nclass User {\n");
    Run run = run(3, "plan", "sessions", "--output", "plan.md");
    assertTrue(run.err().contains("src/main/java/app/User.java"), run.err());
    assertEquals(document, project.text("plan.md"));
  }

  @Test
  void anUnknownRoleIsNamedWithTheNearest() {
    Run run = run(2, "plan", "session");
    assertTrue(run.err().contains("did you mean `sessions`?"), run.err());
    assertFalse(run(2, "plan", "sessions", "--no-policy").err().isEmpty());
  }
}
