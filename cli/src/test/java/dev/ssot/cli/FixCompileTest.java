package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fixed code compiles: each test has code that compiles and holds one difficulty, fixes it, and
 * compiles it again.
 */
class FixCompileTest {

  private static final String POLICY =
      """
      version: 1
      roles:
        - id: sessions
          title: keeping sessions
          canonical: canon.Sessions
          unrelated: [other.Sessions, near.Sessions]
          forbid:
            - path: old.Legacy
              reason: it shares sessions between tenants
              use: canon.Sessions
      gate: {minimum-score: 0}
      """;

  /** The body of the old type and the new one. */
  private static final String BODY =
      """
      public class %1$s implements java.io.Serializable {
        public static final int MAX = 3;
        public %1$s() {}
        public static %1$s of(String name) { return new %1$s(); }
        public static <T extends %1$s> T same(T one) { return one; }
        public int count(String name) throws java.io.IOException { return name.length(); }
        public class Inner { public int two() { return 2; } }
        public static class Nested { public enum Deep { ONE } }
        public @interface Mark { Class<?> value() default Object.class; }
      }
      """;

  private final Path folder;
  private final Project project;

  FixCompileTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        new Project(folder)
            .file("ssot.yaml", POLICY)
            .file("src/old/Legacy.java", "package old;\n\n" + BODY.formatted("Legacy"))
            .file("src/canon/Sessions.java", "package canon;\n\n" + BODY.formatted("Sessions"));
  }

  private void compile(String encoding) {
    Compiler.assertCompiles(folder.resolve("src"), encoding, folder.resolve("classes"));
  }

  private Run run(int status, String... args) {
    Run run = Program.in(folder).run(args);
    assertEquals(status, run.status(), run.out() + run.err());
    return run;
  }

  /** Fixes everything, with proof that it compiles and that a second run finds nothing to do. */
  private void fix() {
    compile("UTF-8");
    run(0, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertEquals(
        "0 findings fixed, 0 files, 0 left\n", run(0, "fix", "--rule", "forbidden-import").out());
  }

  private void assertText(String name, String text) {
    assertEquals(text, project.text(name));
  }

  @Test
  void namesInEveryPosition() {
    project.file(
        "src/app/User.java",
        """
        package app;

        import java.util.List;
        import java.util.Map;
        import java.util.function.Function;
        import java.util.function.Supplier;
        import old.Legacy;
        import static old.Legacy.MAX;
        import static old.Legacy.Nested.Deep;

        @Legacy.Mark(Legacy.class)
        class User<T extends Legacy & java.io.Serializable> {
          private final Map<String, List<? super Legacy[]>> all = Map.of();
          static final int LIMIT = MAX + Legacy.MAX;
          Supplier<Legacy> made = Legacy::new;
          Function<String, Legacy> named = Legacy::of;
          Legacy[][] grid = new Legacy[1][];
          Deep deep = Legacy.Nested.Deep.ONE;

          int use(Object any, Legacy... more) throws java.io.IOException {
            Legacy.Inner inner = new Legacy().new Inner();
            if (any instanceof Legacy one) {
              return one.count("Legacy") + ((Legacy) any).count("old.Legacy x");
            }
            for (Legacy each : more) {
              each.count("");
            }
            Legacy own = new Legacy() {
              @Override public int count(String name) { return 0; }
            };
            return inner.two() + Legacy.<Legacy>same(own).count(\"""
                Legacy here, and old.Legacy there
                \""");
          }
        }
        """);
    fix();
    assertText(
        "src/app/User.java",
        """
        package app;

        import java.util.List;
        import java.util.Map;
        import java.util.function.Function;
        import java.util.function.Supplier;
        import canon.Sessions;
        import static canon.Sessions.MAX;
        import static canon.Sessions.Nested.Deep;

        @Sessions.Mark(Sessions.class)
        class User<T extends Sessions & java.io.Serializable> {
          private final Map<String, List<? super Sessions[]>> all = Map.of();
          static final int LIMIT = MAX + Sessions.MAX;
          Supplier<Sessions> made = Sessions::new;
          Function<String, Sessions> named = Sessions::of;
          Sessions[][] grid = new Sessions[1][];
          Deep deep = Sessions.Nested.Deep.ONE;

          int use(Object any, Sessions... more) throws java.io.IOException {
            Sessions.Inner inner = new Sessions().new Inner();
            if (any instanceof Sessions one) {
              return one.count("Legacy") + ((Sessions) any).count("old.Legacy x");
            }
            for (Sessions each : more) {
              each.count("");
            }
            Sessions own = new Sessions() {
              @Override public int count(String name) { return 0; }
            };
            return inner.two() + Sessions.<Sessions>same(own).count(\"""
                Legacy here, and old.Legacy there
                \""");
          }
        }
        """);
  }

  @Test
  void qualifiedNamesStayQualified() {
    project.file(
        "src/app/User.java",
        """
        package app;

        class User {
          old . Legacy one = new old.Legacy();
          Object two = old.Legacy.of("x");
        }
        """);
    fix();
    assertText(
        "src/app/User.java",
        """
        package app;

        class User {
          canon.Sessions one = new canon.Sessions();
          Object two = canon.Sessions.of("x");
        }
        """);
  }

  @Test
  void aNameThatIsTakenIsWrittenInFull() {
    project
        .file("src/other/Sessions.java", "package other;\n\npublic class Sessions {}\n")
        .file(
            "src/app/Imported.java",
            """
            package app;

            import old.Legacy;
            import other.Sessions;

            class Imported {
              Legacy one = new Legacy();
              Sessions other = new Sessions();
            }
            """)
        .file(
            "src/app/Declared.java",
            """
            package app;

            import old.Legacy;

            class Declared {
              static class Sessions {}
              Legacy one = new Legacy();
            }
            """)
        .file("src/near/Sessions.java", "package near;\n\nclass Sessions {}\n")
        .file(
            "src/near/Shadowed.java",
            """
            package near;

            import old.*;

            class Shadowed {
              Legacy one = new Legacy();
              Sessions near = new Sessions();
            }
            """);
    fix();
    assertTrue(project.text("src/app/Imported.java").contains("canon.Sessions one = new canon."));
    assertFalse(project.text("src/app/Imported.java").contains("old"));
    assertTrue(project.text("src/app/Declared.java").contains("canon.Sessions one = new canon."));
    assertTrue(project.text("src/near/Shadowed.java").contains("canon.Sessions one = new canon."));
    assertTrue(project.text("src/near/Shadowed.java").contains("Sessions near = new Sessions()"));
  }

  @Test
  void usesFromTheSamePackageGetAnImport() {
    project
        .file(
            "src/old/Neighbour.java",
            """
            package old;

            class Neighbour {
              /** As {@link Legacy#count(String)} of {@link old.Legacy}, not Legacy. */
              Legacy one = new Legacy();
            }
            """)
        .file("src/old/package-info.java", "@Legacy.Mark\npackage old;\n");
    compile("UTF-8");
    run(0, "fix");
    compile("UTF-8");
    assertText(
        "src/old/Neighbour.java",
        """
        package old;

        import canon.Sessions;

        class Neighbour {
          /** As {@link Sessions#count(String)} of {@link canon.Sessions}, not Legacy. */
          Sessions one = new Sessions();
        }
        """);
  }

  @Test
  void aNameOfTheSamePackageHidesWhatAWildcardBringsIn() {
    project
        .file("src/app/Legacy.java", "package app;\n\nclass Legacy {}\n")
        .file(
            "src/app/User.java",
            """
            package app;

            import old.*;

            class User {
              Legacy near = new Legacy();
              old.Legacy far = new old.Legacy();
            }
            """);
    compile("UTF-8");
    run(0, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertTrue(project.text("src/app/User.java").contains("  Legacy near = new Legacy();\n"));
    assertTrue(project.text("src/app/User.java").contains("canon.Sessions far = new canon."));
  }

  @Test
  void aWildcardOfAForbiddenPackageIsSplit() {
    project
        .file(
            "ssot.yaml",
            POLICY
                .replace("path: old.Legacy", "path: old.**")
                .replace("use: canon.Sessions", "use: canon.**"))
        .file("src/old/Sessions.java", "package old;\n\n" + BODY.formatted("Sessions"))
        .file("src/old/Clock.java", "package old;\n\npublic class Clock { public Sessions s; }\n")
        .file(
            "src/canon/Clock.java", "package canon;\n\npublic class Clock { public Sessions s; }\n")
        .file(
            "src/app/User.java",
            """
            package app;

            import java.util.*;
            import old.*;

            class User {
              List<Clock> clocks = new ArrayList<>();
              Sessions of(Clock clock) { return clock.s; }
            }
            """);
    compile("UTF-8");
    run(0, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertText(
        "src/app/User.java",
        """
        package app;

        import java.util.*;
        import canon.Clock;
        import canon.Sessions;

        class User {
          List<Clock> clocks = new ArrayList<>();
          Sessions of(Clock clock) { return clock.s; }
        }
        """);
  }

  @Test
  void aCanonicalThatUsesAnotherOldTypeMovesWithIt() {
    project
        .file(
            "ssot.yaml",
            POLICY.replace(
                "      - path",
                "      - {path: old.Tool, reason: r, use: canon.Kit}\n      - path"))
        .file(
            "src/old/Tool.java",
            "package old;\n\npublic class Tool { public static Legacy get() { return null; } }\n")
        .file(
            "src/canon/Kit.java",
            "package canon;\n\npublic class Kit { public static old.Legacy get() { return null; } }\n")
        .file("src/app/User.java", "package app;\n\nclass User { Object a = old.Tool.get(); }\n");
    compile("UTF-8");
    run(1, "fix", "--rule", "forbidden-import", "--dry-run");
    run(0, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertTrue(
        project.text("src/canon/Kit.java").contains("static Sessions get()")
            || project.text("src/canon/Kit.java").contains("static canon.Sessions get()"));
    assertTrue(project.text("src/app/User.java").contains("canon.Kit.get()"));
  }

  @Test
  void lineEndsTabsAndAMissingLastLineEndStay() {
    String text =
        "package app;\r\n\r\nimport java.util.List;\n\rclass User {\r\n\t\told.Legacy a;\r"
            + "\tList<old.Legacy> b;\n}";
    project.file("src/app/User.java", text);
    fix();
    assertText("src/app/User.java", text.replace("old.Legacy", "canon.Sessions"));
  }

  @Test
  void anAddedImportEndsAsItsNeighboursDo() {
    project.file("src/old/User.java", "package old;\r\n\r\nclass User {\r\n  Legacy one;\r\n}\r\n");
    fix();
    assertText(
        "src/old/User.java",
        "package old;\r\n\r\nimport canon.Sessions;\r\n\r\nclass User {\r\n  Sessions one;\r\n}\r\n");
  }

  @Test
  void theEncodingStays() throws IOException {
    String text = "package app;\n\nimport old.Legacy;\n\nclass Gr\u00f6\u00dfe { Legacy one; }\n";
    project.file("src/app/Gr\u00f6\u00dfe.java", text.getBytes(StandardCharsets.ISO_8859_1));
    compile("ISO-8859-1");
    run(0, "fix", "--rule", "forbidden-import");
    compile("ISO-8859-1");
    assertArrayEquals(
        text.replace("old.Legacy", "canon.Sessions")
            .replace("Legacy", "Sessions")
            .getBytes(StandardCharsets.ISO_8859_1),
        Files.readAllBytes(folder.resolve("src/app/Gr\u00f6\u00dfe.java")));
  }

  @Test
  void aByteOrderMarkStays() throws IOException {
    project.file("src/app/User.java", "\ufeffpackage app;\n\nclass User { old.Legacy one; }\n");
    run(0, "fix", "--rule", "forbidden-import");
    assertText("src/app/User.java", "\ufeffpackage app;\n\nclass User { canon.Sessions one; }\n");
  }

  @Test
  void aNameInEscapesIsLeftAlone() {
    String text =
        "package app;\n\nimport old.Legacy;\n\nclass User { \\u004cegacy a; Legacy b; }\n";
    project.file("src/app/User.java", text);
    compile("UTF-8");
    Run run = run(1, "fix", "--rule", "forbidden-import");
    assertTrue(run.out().contains("a name is written with Unicode escapes"), run.out());
    assertText("src/app/User.java", text);
  }

  @Test
  void variablesAndLocalTypesOfTheNameAreLeftAlone() {
    String text =
        """
        package app;

        import old.Legacy;

        class User {
          <Legacy> void generic(Legacy own) {}
          Object real = Legacy.of("x");
        }
        """;
    project.file("src/app/User.java", text);
    compile("UTF-8");
    Run run = run(1, "fix", "--rule", "forbidden-import");
    assertTrue(run.out().contains("`Legacy` may mean something local here"), run.out());
    assertText("src/app/User.java", text);
  }

  @Test
  void anInnerTypeNamedLikeTheCanonicalIsNoCanonical() {
    project
        .file("src/app/Base.java", "package app;\n\nclass Base { static class Sessions {} }\n")
        .file(
            "src/app/User.java",
            "package app;\n\nimport old.Legacy;\n\nclass User extends Base { Legacy one; }\n");
    fix();
    assertText(
        "src/app/User.java", "package app;\n\nclass User extends Base { canon.Sessions one; }\n");
  }

  @Test
  void aFileIsLeftAloneWithThoseThatItExchangesValuesWith() {
    project
        .file(
            "src/app/Kept.java",
            """
            package app;

            class Kept {
              // ssot:allow forbidden-import until=2027-01-01 -- the other team moves it
              old.Legacy kept() { return new old.Legacy(); }
            }
            """)
        .file(
            "src/app/Taker.java",
            "package app;\n\nclass Taker { old.Legacy one = new Kept().kept(); }\n")
        .file("src/app/Free.java", "package app;\n\nclass Free { private old.Legacy own; }\n");
    compile("UTF-8");
    Run run = run(1, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertTrue(
        run.out()
            .contains(
                "src/app/Taker.java:3:15: not fixed: it may exchange values with src/app/Kept.java, which"
                    + " stays as it is, by `kept` [forbidden-import]"),
        run.out());
    assertTrue(project.text("src/app/Free.java").contains("canon.Sessions"));
    assertTrue(project.text("src/app/Kept.java").contains("old.Legacy"));
  }

  @Test
  void aCallThatWouldNotBindIsListed() {
    project
        .file(
            "src/old/Legacy.java",
            project
                .text("src/old/Legacy.java")
                .replace("public Legacy() {}", "public Legacy() {}\n  public void only() {}"))
        .file(
            "src/app/Calls.java",
            "package app;\n\nimport old.Legacy;\n\nclass Calls { void m() { new Legacy().only(); } }\n")
        .file(
            "src/app/Needs.java",
            "package app;\n\nimport old.Legacy;\n\nclass Needs { void m() { Legacy.of(\"x\"); } }\n");
    compile("UTF-8");
    Run run = run(1, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertTrue(
        run.out().contains("`canon.Sessions` does not offer only in the same form"), run.out());
    assertTrue(project.text("src/app/Calls.java").contains("import old.Legacy;"));
    assertTrue(project.text("src/app/Needs.java").contains("import canon.Sessions;"));
  }

  @Test
  void overloadsThatWouldBecomeOneAreLeftAlone() {
    String text =
        """
        package app;

        import canon.Sessions;
        import old.Legacy;

        class User {
          void take(Legacy one) {}
          void take(Sessions one) {}
        }
        """;
    project.file("src/app/User.java", text);
    Run run = run(1, "fix", "--rule", "forbidden-import");
    assertTrue(run.out().contains("another `take` would have the same parameters"), run.out());
    assertText("src/app/User.java", text);
  }

  @Test
  void literalsBecomeConstants() {
    project
        .file(
            "src/canon/Sessions.java",
            """
            package canon;

            public class Sessions {
              public static final String HEADER = "X-Session-Tenant";
              public static final int CLOSED = 4429;
              public static String header() { return HEADER; }
            }
            """)
        .file(
            "src/app/User.java",
            """
            package app;

            class User {
              @interface Name { String value(); }
              static final String SESSION_HEADER = "X-Session-Tenant";
              int use(String text) {
                switch (text) {
                  case"X-Session-Tenant": return 4429;
                  default: return-4_429;
                }
              }
              @Name("X-Session-Tenant") Object sessions = canon.Sessions.header();
            }
            """);
    compile("UTF-8");
    run(0, "fix", "--rule", "duplicated-literal");
    compile("UTF-8");
    assertText(
        "src/app/User.java",
        """
        package app;

        import canon.Sessions;

        class User {
          @interface Name { String value(); }
          static final String SESSION_HEADER = Sessions.HEADER;
          int use(String text) {
            switch (text) {
              case Sessions.HEADER: return Sessions.CLOSED;
              default: return-Sessions.CLOSED;
            }
          }
          @Name(Sessions.HEADER) Object sessions = canon.Sessions.header();
        }
        """);
    assertEquals(
        "0 findings fixed, 0 files, 0 left\n", run(0, "fix", "--rule", "duplicated-literal").out());
  }

  @Test
  void aModuleIsNotChanged() {
    String module =
        "module app {\n  uses old.Legacy;\n  provides java.lang.Runnable with old.Job;\n}\n";
    project
        .file("src/module-info.java", module)
        .file(
            "src/old/Job.java",
            """
            package old;

            public class Job extends Legacy implements Runnable {
              public void run() {}
            }
            """);
    compile("UTF-8");
    run(0, "fix", "--rule", "forbidden-import");
    compile("UTF-8");
    assertText("src/module-info.java", module);
    assertTrue(project.text("src/old/Job.java").contains("extends Sessions"));
  }
}
