package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.cli.Program.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accepting a finding for a while, in the source and in the policy. */
class SuppressionsTest {

  private static final String CLASS =
      """
      package com.acme.a;

      // ssot:allow forbidden-import until=2026-06-30 owner=clock-team -- it is moving
      import com.acme.old.One;
      // ssot:allow forbidden-import until=2026-05-31 -- it was moving
      import com.acme.old.Two;

      class A {}
      """;
  private static final String IN_THE_POLICY =
      """
      suppressions:
        - rule: forbidden-import
          subject: com.acme.b.*
          until: 2026-08-31
          owner: clock-team
          reason: it goes with version 2
      """;

  private final Path folder;
  private final Project project;

  SuppressionsTest(@TempDir Path folder) {
    this.folder = folder;
    this.project =
        LegacyProject.in(folder)
            .file("ssot.yaml", LegacyProject.POLICY + IN_THE_POLICY)
            .file("src/com/acme/a/A.java", CLASS)
            .file("src/com/acme/b/B.java", LegacyProject.user("com.acme.b", "B", "One"));
  }

  private Run run(String day, String... args) {
    return Program.in(folder).on(day).run(args);
  }

  private String check(int status, String day) {
    Run run = run(day, "check");
    assertEquals(status, run.status(), run.out() + run.err());
    return run.out();
  }

  @Test
  void eachHoldsUntilItsDay() {
    assertTrue(check(0, "2026-05-31").contains("findings: 0 open (0 errors, 0 warnings, 0 notes)"));
    String june = check(1, "2026-06-30");
    assertTrue(june.contains("src/com/acme/a/A.java:6:1: error: "), june);
    assertTrue(june.contains("src/com/acme/a/A.java:5:1: warning: this suppression of"), june);
    assertTrue(june.contains("findings: 2 open (1 error, 1 warning, 0 notes), 2 suppressed"), june);
    assertTrue(check(1, "2026-07-01").contains("findings: 4 open"));
    String september = check(1, "2026-09-01");
    assertTrue(september.contains("ssot.yaml:6:14: warning: this suppression of"), september);
    assertTrue(september.contains("src/com/acme/b/B.java:3:1: error: "), september);
  }

  @Test
  void theReportIsTheSameEveryDayUntilOneEnds() {
    assertEquals(check(1, "2026-06-01"), check(1, "2026-06-30"));
  }

  @Test
  void oneOfThePolicyThatAcceptsNothingIsFound() {
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");

    assertTrue(
        check(1, "2026-05-31")
            .startsWith(
                "ssot.yaml:6:14: warning: this suppression accepts nothing: `forbidden-import`"
                    + " finds nothing at its place [unused-suppression]\n"));
  }

  @Test
  void theSeverityOfTheirRulesCanBeSetAndNotTheirAcceptance() {
    project.file(
        "ssot.yaml", LegacyProject.POLICY + IN_THE_POLICY + "rules: {unused-suppression: note}\n");
    project.file("src/com/acme/b/B.java", "package com.acme.b;\n\nclass B {}\n");

    assertTrue(check(0, "2026-05-31").contains("ssot.yaml:6:14: note: this suppression accepts"));
  }

  @Test
  void theJsonReportSaysWhoAcceptedWhat() {
    JsonNode result = Marks.tree(run("2026-05-31", "check", "--format", "json").out());
    JsonNode first = result.get("findings").get(0).get("triage");

    assertEquals("suppressed", first.get("state").asText());
    assertEquals("clock-team", first.at("/suppression/owner").asText());
    assertEquals("2026-06-30", first.at("/suppression/until").asText());
    assertEquals("it is moving", first.at("/suppression/reason").asText());
    assertEquals("source", first.at("/suppression/origin").asText());
    assertEquals(3, result.at("/counts/suppressed").asInt());
    assertEquals(0, result.at("/counts/open").asInt());
    assertEquals("policy", result.at("/findings/2/triage/suppression/origin").asText());
  }

  @Test
  void areListedWithThoseThatEndFirstInFront() {
    project.file(
        "src/com/acme/c/C.java", "package com.acme.c;\n\n// ssot:allow nothing\nclass C {}\n");
    Run run = run("2026-06-01", "suppressions");

    assertEquals(0, run.status(), run.err());
    assertEquals(
        """
        src/com/acme/a/A.java:5: 2026-05-31, expired: `forbidden-import` at `com.acme.a.A`
          owner: nobody
          reason: it was moving
        src/com/acme/a/A.java:3: 2026-06-30, 29 days left: `forbidden-import` at `com.acme.a.A`
          owner: clock-team
          reason: it is moving
        ssot.yaml:6: 2026-08-31, 91 days left: `forbidden-import` at `com.acme.b.*`
          owner: clock-team
          reason: it goes with version 2
        src/com/acme/c/C.java:3: malformed, it suppresses nothing; `ssot check` says why
        3 suppressions, 1 expired, 1 malformed
        """,
        run.out());
  }

  @Test
  void thoseThatEndSoonCanBeAskedFor() {
    JsonNode soon =
        Marks.tree(
            run("2026-06-01", "suppressions", "--expiring", "29d", "--format", "json").out());
    assertEquals("2026-06-01", soon.get("today").asText());
    assertEquals(2, soon.get("suppressions").size());
    assertTrue(soon.at("/suppressions/0/expired").asBoolean());
    assertEquals(false, soon.at("/suppressions/1/expired").asBoolean());
    assertTrue(
        run("2026-06-01", "suppressions", "--expiring", "28d")
            .out()
            .endsWith("1 suppression, 1 expired, 0 malformed\n"));
    assertTrue(
        run("2026-06-30", "suppressions", "--expiring", "0d")
            .out()
            .contains("2026-06-30, today for the last time: "));
  }

  @Test
  void aTermThatIsNoneIsRefused() {
    for (String days : new String[] {"30", "30w", "-1d", "d"}) {
      Run run = run("2026-06-01", "suppressions", "--expiring=" + days);
      assertEquals(2, run.status());
      assertEquals(
          "error: --expiring " + days + " is no number of days\n  help: write it as in `30d`\n",
          run.err());
    }
  }

  @Test
  void whatWasNotReadMayHoldMore() {
    project.file("src/com/acme/Bad.java", "class {");
    Run run = run("2026-06-01", "suppressions");

    assertEquals(3, run.status());
    assertTrue(run.err().contains("src/com/acme/Bad.java:1: "), run.err());
  }
}
