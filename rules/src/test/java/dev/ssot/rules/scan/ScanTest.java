package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

  private final Path folder;
  private final Project project;

  ScanTest(@TempDir Path folder) {
    this.folder = folder;
    this.project = Project.in(folder);
  }

  private String refusal() {
    return String.valueOf(assertThrows(ScanRefusal.class, project::scan).getMessage());
  }

  @Test
  void refusesAFolderWithoutSources() {
    project.file("readme.txt", "nothing");

    assertEquals(
        "Nothing to scan in `"
            + folder
            + "`: there is no Java file; name a folder with Java sources",
        refusal());
  }

  @Test
  void refusesAFolderAllOfWhichIsExcluded() {
    project
        .file("old/A.java", "class A {}")
        .file("old/B.java", "class B {}")
        .policy(TestPolicy.empty().excludes("old"));

    assertEquals(
        "Nothing to scan in `"
            + folder
            + "`: all 2 Java files lie in build folders or are excluded by the policy; name a"
            + " folder with Java sources",
        refusal());
  }

  @Test
  void refusesAnUnknownRuleBeforeItReads() {
    project.rules("forbidden-imports");

    assertEquals(
        "There is no rule `forbidden-imports`; the rules are "
            + String.join(", ", Scan.rules().stream().map(RuleDescription::id).toList()),
        refusal());
  }

  @Test
  void refusesACanonicalThatDoesNotExist() {
    project
        .java("package shop; class Shop {}")
        .policy(TestPolicy.empty().role("store", "shop.session.Store"));

    assertEquals(
        """
        ssot.yaml:1:9: error: the canonical `shop.session.Store` of the role `store` is no type of \
        this codebase
          help: write the qualified name of the type that holds the role\
        """,
        refusal());
  }

  @Test
  void namesTheNamesakesOfACanonicalThatDoesNotExist() {
    project
        .java("package shop.old; class Store {}")
        .java("package shop.cart; class Cart { class Store {} }")
        .policy(TestPolicy.empty().role("store", "shop.session.Store"));

    assertEquals(
        "  help: did you mean `shop.cart.Cart.Store`, `shop.old.Store`",
        refusal().lines().skip(1).findFirst().orElse(""));
  }

  @Test
  void takesACanonicalOfALibraryThatIsImported() {
    project
        .java("package shop; import org.library.Store; class Shop {}")
        .policy(TestPolicy.empty().role("store", "org.library.Store"));

    assertEquals(Outcome.CLEAN, project.scan().outcome());
  }

  @Test
  void doesNotRefuseACanonicalThatMayStandInAFileItCouldNotRead() {
    project
        .java("package shop; class Shop {}")
        .file("src/main/java/shop/session/Store.java", "package shop.session; class {")
        .policy(TestPolicy.empty().role("store", "shop.session.Store"));

    assertEquals(Outcome.INCOMPLETE, project.scan().outcome());
  }

  @Test
  void blindnessWinsOverViolations() {
    project
        .java("package shop; import shop.old.Store; class Shop {}")
        .policy(TestPolicy.forbidding("shop.old.Store"));
    assertEquals(Outcome.VIOLATIONS, project.scan().outcome());

    project.file("Bad.java", "class {");
    ScanResult result = project.scan();
    assertEquals(Outcome.INCOMPLETE, result.outcome());
    assertEquals(1, result.findings().size());
  }

  @Test
  void theThresholdDecidesWhatFails() {
    project.java("package shop; import shop.old.Store; class Shop {}");
    TestPolicy policy = TestPolicy.empty().discourage("shop.old.Store");

    assertEquals(Outcome.VIOLATIONS, project.policy(policy).scan().outcome());
    policy.gate(Severity.ERROR, 95);
    assertEquals(Outcome.CLEAN, project.policy(policy).scan().outcome());
    policy.severity("forbidden-import", Severity.ERROR);
    assertEquals(Outcome.VIOLATIONS, project.policy(policy).scan().outcome());
  }

  @Test
  void runsTheNamedRulesOnlyAndDescribesThem() {
    ScanResult result =
        project.java("package shop; class Shop {}").rules("unresolved-import").scan();

    assertEquals(
        List.of("unresolved-import"),
        result.coverage().rules().stream().map(RuleCoverage::rule).toList());
    assertEquals(
        List.of("unresolved-import"), result.rules().stream().map(RuleDescription::id).toList());
  }

  @Test
  void saysOfEveryRuleWhetherItRan() {
    List<RuleCoverage> rules =
        project.java("package shop; class Shop {}").scan().coverage().rules();

    assertEquals(
        List.of(
            "expired-suppression",
            "fragmented-role",
            "malformed-suppression",
            "overdue-shim",
            "unresolved-import",
            "unused-shim",
            "unused-suppression"),
        rules.stream().filter(RuleCoverage::ran).map(RuleCoverage::rule).toList());
    // The one that compares is not even asked where there is nothing to compare with.
    assertEquals(Scan.rules().size() - 1, rules.size());
  }

  @Test
  void findingsAreSortedWithTheMostSevereFirst() {
    eventful();
    List<Finding> findings = project.scan().findings();

    assertEquals(findings.stream().sorted().toList(), findings);
    assertEquals(
        Set.of(Severity.ERROR, Severity.WARNING, Severity.NOTE),
        Set.copyOf(findings.stream().map(Finding::severity).toList()));
  }

  /** A project in which every rule finds something. */
  private void eventful() {
    String twin =
        """
        package %s;

        public class Texts {
          public static String padded(String text, int width) {
            StringBuilder padded = new StringBuilder(text);
            while (padded.length() < width) {
              padded.append(' ');
            }
            return padded.toString();
          }

          public static int countWords(String text) {
            int words = 0;
            boolean inside = false;
            for (int i = 0; i < text.length(); i++) {
              boolean letter = Character.isLetter(text.charAt(i));
              words += letter && !inside ? 1 : 0;
              inside = letter;
            }
            return words;
          }

          public static String withoutDoubles(String text) {
            StringBuilder single = new StringBuilder();
            for (char c : text.toCharArray()) {
              if (single.isEmpty() || single.charAt(single.length() - 1) != c) {
                single.append(c);
              }
            }
            return single.toString();
          }
        }
        """;
    String pair =
        """
        package %s;

        import java.util.HashMap;
        import java.util.Map;

        public class Title {
          private final Map<String, Integer> ranks = new HashMap<>();

          public int promote(String person, int most) {
            int rank = ranks.merge(person, 1, Integer::sum);
            if (rank > most) {
              throw new IllegalStateException(person + " is at the top");
            }
            return rank;
          }

          public String highest() {
            return ranks.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("nobody");
          }
        }
        """;
    Neighbourhood.around(project)
        .java(twin.formatted("shop.text"))
        .java(twin.formatted("shop.print"))
        .java(pair.formatted("shop.role"))
        .java(
            pair.formatted("shop.rival")
                .replace(
                    "  public String highest",
                    "  public void demote() {}\n  public String highest"))
        .java("package shop.use; class User { User(shop.rival.Title title) { title.demote(); } }")
        .java("package shop.use; class MockTitle extends shop.role.Title {}")
        .test("package shop.use; class TitleTest { @org.mockito.Mock shop.role.Title title; }")
        .java(
            """
            package shop.use;

            class EagerTitle extends shop.role.Title {
              public boolean publish(String title) {
                return true;
              }
            }
            """)
        .java(
            """
            package shop;

            import shop.old.Store;
            import shop.print.Title;

            /** See {@link shop.old.Store}. */
            class Shop {}
            """)
        .java(
            """
            package shop.role;

            public final class Ranks {
              public static final int MOST_RANKS = 9;
              public static final String LOST = "rank_lost";
            }
            """)
        .java(
            """
            package shop.role;

            class Board {
              static final int MOST_RANKS = 10;
              int count;

              void note(String event) {
                switch (event) {
                  case "rank_won", "rank_kept" -> count++;
                  case "rank_lost" -> count--;
                  default -> {}
                }
              }
            }
            """)
        .file("Bad.java", "class {")
        .java(
            """
            package shop.accepted;

            // ssot:allow forbidden-import until=2026-01-31 -- it is moving
            // ssot:allow forbidden-import until=2026-12-31 -- it is moving
            // ssot:allow forbidden-import -- it is moving
            class Accepted {}
            """)
        .java(
            """
            package shop.use;

            @interface Shim { String owner(); String until(); }

            @Shim(owner = "shop", until = "2026-01-31")
            class OldTitle {}
            """)
        .today("2026-06-01")
        .baseline(
            List.of(
                new BaselineEntry(
                    "forbidden-import",
                    "shop.Gone",
                    "import shop.old.Thing",
                    new Fingerprint("v1:" + "0".repeat(32)),
                    "src/main/java/shop/Gone.java")))
        .policy(policyOfTheEventful());
  }

  private static final Set<String> OF_CLASS_FILES =
      Set.of(
          "architecture-violation",
          "bypass",
          "layer-violation",
          "package-cycle",
          "shared-mutable-state");

  /** All but those that need class files, which this project has none of, or an earlier state. */
  @Test
  void everyRuleFindsSomethingInTheEventfulProject() {
    eventful();
    project.file("Bad.java", "class Bad {}");

    assertEquals(
        Scan.rules().stream()
            .map(RuleDescription::id)
            .filter(rule -> !OF_CLASS_FILES.contains(rule) && !rule.equals("new-shim-caller"))
            .toList(),
        project.scan().findings().stream().map(Finding::rule).distinct().sorted().toList());
  }

  @Test
  void theResultDoesNotDependOnTheNumberOfThreads() {
    eventful();

    assertEquals(project.threads(1).scan(), project.threads(4).scan());
  }

  /**
   * Rules on class files are judged beside those on sources, and one of them asks who is a rival.
   */
  @Test
  void rulesThatAreJudgedApartFindTheSame() {
    project
        .policy(
            TestPolicy.empty()
                .role("lines", "shop.core.Lines")
                .reserve("shop.core.Line", "send")
                .isolate("shop.**")
                .layer("web", "shop.web.**")
                .layer("core", "shop.core.**")
                .acyclic("shop.(*)"))
        .java("package shop.core; public interface Line { void send(String text); }")
        .java(
            """
            package shop.core;
            public class Lines {
              private final java.util.Map<String, String> known = new java.util.HashMap<>();
              private int count;
              void sendAll(java.util.List<Line> lines, String text) {
                if (text.isEmpty()) {
                  throw new IllegalArgumentException("nothing to send");
                }
                for (Line line : lines) {
                  line.send(text.strip());
                  known.put(line.toString(), text);
                }
                count += lines.size();
              }
              String last(Line line) {
                return known.getOrDefault(line.toString(), "") + count;
              }
            }
            """)
        .java(
            """
            package shop.web;
            public class Lines {
              static int all;
              private final java.util.Map<String, String> known = new java.util.HashMap<>();
              private int count;
              void sendAll(java.util.List<shop.core.Line> lines, String text) {
                if (text.isEmpty()) {
                  throw new IllegalArgumentException("nothing to send");
                }
                for (shop.core.Line line : lines) {
                  line.send(text.strip());
                  known.put(line.toString(), text);
                }
                count += lines.size();
              }
              String last(shop.core.Line line) {
                return known.getOrDefault(line.toString(), "") + count;
              }
              void forget() {
                all++;
                all = count - all;
              }
            }
            """)
        .java("package shop.core; class Page { static void show() { new shop.web.Lines(); } }")
        .compiled();

    ScanResult one = project.threads(1).scan();
    assertEquals(
        Set.of(
            "bypass",
            "duplicate-implementation",
            "layer-violation",
            "package-cycle",
            "shared-mutable-state"),
        one.findings().stream().map(Finding::rule).collect(Collectors.toSet()));
    for (int threads = 2; threads < 8; threads++) {
      assertEquals(one, project.threads(threads).scan());
    }
  }

  @Test
  void theResultDoesNotDependOnTheLocale() {
    eventful();
    ScanResult here = project.scan();

    for (String tag : List.of("th-TH-u-nu-thai", "ar-EG-u-nu-arab", "tr-TR")) {
      assertEquals(here, in(Locale.forLanguageTag(tag), project::scan), tag);
    }
    assertFalse(here.findings().isEmpty());
  }

  private static ScanResult in(Locale locale, Supplier<ScanResult> scan) {
    Locale before = Locale.getDefault();
    Locale.setDefault(locale);
    try {
      return scan.get();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theResultDoesNotDependOnTheTimeZone() {
    eventful();
    ScanResult here = project.scan();
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    try {
      assertEquals(here, project.scan());
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void theResultDoesNotDependOnWhereTheFolderLies(@TempDir Path elsewhere) {
    eventful();
    ScanResult here = project.scan();
    Project other = Project.in(elsewhere).like(project);
    copy(other);

    assertEquals(here, other.policy(policyOfTheEventful()).scan());
  }

  @Test
  void whatAcceptsNothingCannotBeToldWhileTheScanIsIncomplete() {
    eventful();
    List<RuleCoverage> silent =
        project.scan().coverage().rules().stream()
            .filter(rule -> rule.notRun().contains("the scan is incomplete"))
            .toList();

    assertEquals(
        List.of("stale-baseline-entry", "unused-suppression"),
        silent.stream().map(RuleCoverage::rule).toList());
  }

  private void copy(Project other) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        other.bytes(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TestPolicy policyOfTheEventful() {
    return TestPolicy.forbidding("shop.old.**")
        .except("shop.Gone")
        .role("title", "shop.role.Title")
        .messages("rank_won", "rank_kept", "rank_lost")
        .constants("shop.role.Ranks")
        .real();
  }
}
