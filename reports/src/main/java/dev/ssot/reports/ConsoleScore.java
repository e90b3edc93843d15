package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.ScanResult;
import java.util.List;

/** The compliance score with what it is made of. */
final class ConsoleScore {

  private ConsoleScore() {}

  static void write(ScanResult result, ConsolePage page) {
    Compliance compliance = result.compliance();
    page.line(0)
        .styled(Style.STRONG, "score:")
        .text(" " + compliance.total().text() + ", " + ScoreWords.gate(result))
        .text(result.coverage().incomplete() ? "; incomplete: only what was understood counts" : "")
        .end();
    ConsoleTable table = new ConsoleTable();
    compliance.roles().forEach(role -> table.row(cells(role)));
    table.write(page, 1);
  }

  private static List<String> cells(RoleCompliance role) {
    return List.of(
        role.role(),
        Phrases.quoted(role.canonical()),
        role.total().text(),
        "implementations " + role.implementations().text() + ",",
        "uses " + role.uses().text());
  }
}
