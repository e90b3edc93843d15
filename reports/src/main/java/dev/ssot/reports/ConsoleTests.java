package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.ScanResult;
import java.util.List;

/** How many tests of the roles that must be real in tests use the real thing. */
final class ConsoleTests {

  private ConsoleTests() {}

  static void write(ScanResult result, ConsolePage page) {
    if (result.tests().isEmpty()) {
      return;
    }
    page.line(0).styled(Style.STRONG, "tests:").text(" those that use the real thing").end();
    ConsoleTable table = new ConsoleTable();
    result.tests().forEach(tests -> table.row(cells(tests)));
    table.write(page, 1);
  }

  private static List<String> cells(RoleTests tests) {
    return List.of(tests.role(), Phrases.quoted(tests.canonical()), TestWords.real(tests));
  }
}
