package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedSuppressionTest {

  private final Path folder;

  MalformedSuppressionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("malformed-suppression", "forbidden-import")
        .today("2026-06-01")
        .policy(TestPolicy.forbidding("shop.old.**"));
  }

  @Test
  void findsThoseOfTheWrongFormAndSuppressesNothingByThem() {
    project()
        .java(
            """
            package shop;

            // ssot:allow forbidden-import -- it is moving // finds: malformed-suppression (error)
            import shop.old.A; // finds: forbidden-import
            // ssot:allow forbidden-import until=2026-02-30 -- x // finds: malformed-suppression
            import shop.old.B; // finds: forbidden-import
            // ssot:ignore forbidden-import until=2026-12-31 -- x // finds: malformed-suppression
            import shop.old.C; // finds: forbidden-import
            // ssot:allow forbidden-imports until=2026-12-31 -- x // finds: malformed-suppression
            import shop.old.D; // finds: forbidden-import
            /* ssot:allow forbidden-import until=2026-12-31 -- x // finds: malformed-suppression */
            import shop.old.E; // finds: forbidden-import

            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void leavesThoseOfTheRightFormAlone() {
    project()
        .java(
            """
            package shop;

            // ssot:allow forbidden-import until=2026-12-31 owner=shop-team -- it is moving
            import shop.old.A;
            // ssot:allow forbidden-import until=2026-12-31 -- it is moving
            import shop.old.B;
            //ssot:allow   forbidden-import   owner=shop-team   until=2026-12-31   --   it is moving
            import shop.old.C;
            import shop.old.D; // ssot:allow forbidden-import until=2026-06-01 -- today -- still

            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsAnnotationsWithoutTheirComment() {
    project()
        .java(
            """
            package shop;

            @SuppressWarnings("ssot:forbidden-import") // finds: malformed-suppression
            class Shop {
              shop.old.A a; // finds: forbidden-import
            }
            """)
        .java(
            """
            package shop;

            // ssot:allow forbidden-import until=2026-12-31 -- it is moving
            @SuppressWarnings("ssot:forbidden-import")
            class Store {
              shop.old.A a;
            }
            """)
        .assertMarkedFindings();
  }

  /** What is said of a comment above a class. */
  private List<String> messages(String comment) {
    return project()
        .java("package shop;\n\n// " + comment + "\nclass Shop {}\n")
        .scan()
        .findings()
        .stream()
        .map(finding -> finding.statement().message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssot:allow | it gives no reason behind ` -- `; it names no rule; it has no end date",
        "ssot:allow -- later | it names no rule; it has no end date",
        "ssot:allow until=2026-12-31 -- later | it names no rule",
        "ssot:allow forbidden-import until=2026-12-31 | it gives no reason behind ` -- `",
        "ssot:allow forbidden-import until=2026-12-31 -- | it gives no reason behind ` -- `",
        "ssot:allow forbidden-import until=2026-12-31 --later | `--later` has no meaning there",
        "ssot:allow forbidden-import until=31.12.2026 -- later | `31.12.2026` is no day in the form",
        "ssot:allow forbidden-import until=2026-12-31T00:00 -- later | `2026-12-31T00:00` is no day",
        "ssot:allow forbidden-import until= -- later | `until=` is empty; it has no end date",
        "ssot:allow forbidden-import util=2026-12-31 -- later | `util=2026-12-31` has no meaning",
        "ssot:allow forbidden-import unused -- later | `unused` has no meaning there; it has no end",
        "ssot:allow a until=2026-12-31 until=2027-12-31 -- x | `until` is given twice; there is no",
        "ssot:allow forbiden-import until=2026-12-31 -- x | `forbiden-import`, did you mean `forb",
        "ssot:allow stale-baseline-entry until=2026-12-31 -- x | is to be mended and cannot be acc",
        "ssot:allowed forbidden-import until=2026-12-31 -- x | it begins with `ssot:allowed`",
        "ssot: allow forbidden-import until=2026-12-31 -- x | it begins with `ssot:`",
      })
  void saysAllThatIsWrong(String comment, String words) {
    List<String> messages = messages(comment);

    assertEquals(1, messages.size(), messages::toString);
    assertTrue(messages.get(0).startsWith("this suppression suppresses nothing: "));
    assertTrue(messages.get(0).contains(words), messages::toString);
  }

  @Test
  void cannotBeAcceptedByAnything() {
    Finding finding =
        project()
            .java(
                """
                package shop;

                // ssot:allow malformed-suppression until=2026-12-31 -- leave me alone
                // ssot:allow forbidden-import
                class Shop {}
                """)
            .scan()
            .findings()
            .get(1);

    assertTrue(finding.isOpen());
    assertEquals("malformed-suppression", finding.rule());
  }

  @Test
  void countsAllSuppressions() {
    Project project =
        project()
            .java(
                """
                package shop;

                // ssot:allow forbidden-import until=2026-12-31 -- it is moving
                // ssot:allow forbidden-import
                class Shop {}
                """);

    assertEquals(2, project.scan().coverage().rules().get(1).subjects());
  }
}
