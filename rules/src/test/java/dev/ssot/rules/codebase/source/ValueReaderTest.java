package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueReaderTest {

  private final Path folder;

  ValueReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ValueFacts read(String text, Wanted wanted) {
    Project.in(folder).java(text);
    return new SourceReader(folder, TestPolicy.empty().selection(), wanted, 1)
        .read(List.of(folder), (done, all) -> {})
        .codebase()
        .units()
        .get(0)
        .uses()
        .values();
  }

  private ValueFacts read(String text) {
    return read(text, new Wanted(Set.of(), true, false));
  }

  private List<String> values(String... declarations) {
    String body =
        "  static final int " + String.join(";\n  static final int ", declarations) + ";\n";
    return read("package app; class A {\n" + body + "}").constants().stream()
        .map(ConstantFact::value)
        .map(value -> value.kind() + " " + value.text())
        .toList();
  }

  @Test
  void readsNothingThatNobodyWants() {
    String text =
        """
        package app;

        class A {
          static final String NAME = "agent_started";

          void run(String event) {
            switch (event) {
              case "one", "two", "three" -> run("four");
            }
          }
        }
        """;

    assertEquals(ValueFacts.none(), read(text, Wanted.nothing()));
    assertEquals(1, read(text).branches().size());
    assertEquals(1, read(text).constants().size());
    assertEquals(1, read(text).literals().size());
  }

  @Test
  void readsNothingInTestsAndGeneratedCode() {
    ValueFacts facts =
        read(
            """
            package app;

            import org.junit.jupiter.api.Test;

            class ATest {
              static final String NAME = "agent_started";

              @Test
              void runs() {}
            }
            """);

    assertEquals(ValueFacts.none(), facts);
  }

  @Test
  void evaluatesWholeNumbersInEveryNotation() {
    assertEquals(
        List.of(
            "NUMBER 65536",
            "NUMBER 65536",
            "NUMBER 65536",
            "NUMBER 65536",
            "NUMBER -3",
            "NUMBER 2147483647",
            "NUMBER 10",
            "NUMBER 11",
            "NUMBER 0"),
        values(
            "A = 64 * 1024",
            "B = 1 << 16",
            "C = 0x1_0000",
            "D = (int) 65_536L",
            "E = -3",
            "F = Integer.MAX_VALUE",
            "G = 010 + 0b10",
            "H = G + 1",
            "I = 5 - 5"));
  }

  @Test
  void evaluatesTextsDurationsAndTruthValues() {
    assertEquals(
        List.of(
            "TEXT agent_started",
            "DURATION 30000",
            "NUMBER 30000",
            "TRUTH true",
            "NUMBER 0.75",
            "TEXT content-type"),
        values(
            "A = \"agent_\" + \"started\"",
            "B = Duration.ofSeconds(30)",
            "C = TimeUnit.SECONDS.toMillis(30)",
            "D = true",
            "E = 0.750f",
            "F = AsciiString.cached(\"content-type\")"));
  }

  @Test
  void keepsTheNameOfAConstantOfAnotherFileAndDropsWhatItCannotTell() {
    assertEquals(
        List.of("ALIAS Other.LIMIT"),
        values("A = Other.LIMIT", "B = compute()", "C = Other.LIMIT + 1", "D = 1 / 0", "E = E"));
  }

  @Test
  void survivesLongAndHostileExpressions() {
    String sum = "1" + " + 1".repeat(3_000);
    String text = "\"a\"" + " + \"a\"".repeat(3_000);

    assertEquals(List.of(), values("A = " + sum, "B = " + text, "C = 1e999999999"));
  }

  @Test
  void readsTheDefaultsOfSettings() {
    ValueFacts facts =
        read(
            """
            package app;

            class A {
              static final String KEY = "app.key";

              @Value("${app.size:30}, ${app.name:hello}")
              int size;

              int a = Integer.getInteger("app.count", 5);
              String b = System.getProperty(KEY, "true");
              int c = environment.getProperty("app.port", Integer.class, 80);
              int d = map.getOrDefault("word", 5);
              int e = settings.getInt("app.limit", Other.LIMIT);
            }
            """);

    assertEquals(
        List.of(
            "app.size NUMBER 30",
            "app.name TEXT hello",
            "app.count NUMBER 5",
            "app.key TRUTH true",
            "app.port NUMBER 80",
            "app.limit ALIAS Other.LIMIT"),
        facts.constants().stream()
            .filter(ConstantFact::isSetting)
            .map(fact -> fact.name() + " " + fact.value().kind() + " " + fact.value().text())
            .toList());
  }

  @Test
  void readsTellingLiteralsWithTheConstantThatTheyMake() {
    ValueFacts facts =
        read(
            """
            package app;

            class A {
              static final AsciiString NAME = AsciiString.cached("agent_started");
              static final List<String> ALL = List.of("agent_failed", "agent_done");
              @Header("X-Trace") String header = "plain";
              int number = 4429 + 1024 + 100;

              enum Names {
                ONE("agent_one", 1);
              }
            }
            """);

    assertEquals(
        List.of(
            "agent_started NAME  app.A",
            "agent_failed   app.A",
            "agent_done   app.A",
            "X-Trace  Header app.A",
            "4429   app.A",
            "agent_one ONE  app.A.Names"),
        facts.literals().stream().map(ValueReaderTest::words).toList());
  }

  private static String words(LiteralFact literal) {
    return String.join(
        " ", literal.value().text(), literal.declares(), literal.annotation(), literal.inType());
  }

  @Test
  void readsTheLabelsOfBranches() {
    ValueFacts facts =
        read(
            """
            package app;

            class A {
              void old(Kind kind) {
                switch (kind) {
                  case ONE: break;
                  case TWO: run(); break;
                  case Other.THREE:
                  case ONE:
                }
              }

              void chain(Object value) {
                if (value instanceof String text) {
                  run();
                } else if (value instanceof app.B || value == Other.ONE) {
                  run();
                }
              }

              void few(String word) {
                switch (word) {
                  case "one", "two" -> run();
                }
              }

              void numbers(int number) {
                switch (number) {
                  case 1, 2, 3 -> run();
                }
              }
            }
            """);

    assertEquals(
        List.of(
            "old true [NAME ONE, NAME TWO, NAME Other.THREE]",
            "chain true [TYPE String, TYPE app.B, NAME Other.ONE]"),
        facts.branches().stream().map(ValueReaderTest::words).toList());
  }

  private static String words(BranchFact branch) {
    return branch.place().member()
        + " "
        + branch.acts()
        + " "
        + branch.labels().stream().map(ValueReaderTest::words).toList();
  }

  private static String words(Label label) {
    return label.kind() + " " + label.text();
  }
}
