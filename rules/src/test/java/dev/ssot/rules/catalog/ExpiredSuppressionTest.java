package dev.ssot.rules.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Statement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiredSuppressionTest {

  private final Path folder;

  ExpiredSuppressionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Project project() {
    return Project.in(folder)
        .rules("expired-suppression", "forbidden-import")
        .policy(TestPolicy.forbidding("shop.old.**"));
  }

  @Test
  void findsThoseWhoseDayHasPassedAndWhatTheyAccepted() {
    project()
        .today("2026-06-01")
        .java(
            """
            package shop;

            // ssot:allow forbidden-import until=2026-05-31 -- x // finds: expired-suppression
            import shop.old.A; // finds: forbidden-import
            // ssot:allow forbidden-import until=2026-06-01 -- it is moving
            import shop.old.B;

            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void findsThoseOfThePolicy() {
    project()
        .today("2027-01-01")
        .java(
            """
            package shop;

            import shop.old.A; // finds: forbidden-import

            class Shop {}
            """)
        .policy(
            TestPolicy.forbidding("shop.old.**")
                .suppress(
                    "forbidden-import",
                    "shop.Shop # finds: expired-suppression (warning)",
                    "2026-12-31"))
        .assertMarkedFindings();
  }

  @Test
  void oneThatEndedIsNotUnusedAsWell() {
    project()
        .rules("expired-suppression", "unused-suppression", "forbidden-import")
        .today("2026-06-01")
        .java(
            """
            package shop;

            // ssot:allow forbidden-import until=2020-01-01 -- x // finds: expired-suppression
            class Shop {}
            """)
        .assertMarkedFindings();
  }

  @Test
  void saysWhenItEndedAndWhoIsToBeAsked() {
    Statement statement =
        project()
            .today("2026-06-01")
            .java(
                """
                package shop;

                // ssot:allow forbidden-import until=2026-05-31 owner=shop-team -- it is moving
                class Shop {}
                """)
            .scan()
            .findings()
            .get(0)
            .statement();

    assertEquals(
        "this suppression of `forbidden-import` ended on 2026-05-31 and accepts nothing any more",
        statement.message());
    assertEquals(
        "mend what it accepted and delete it, or agree on a new date (owner: shop-team)",
        statement.help());
  }
}
