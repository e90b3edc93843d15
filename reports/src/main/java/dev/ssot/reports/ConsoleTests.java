package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Tally;
import java.util.ArrayList;
import java.util.List;

/** How many tests of the roles that must be real in tests use the real thing. */
final class ConsoleTests {

  private static final List<RoleTest.Kind> APART =
      List.of(RoleTest.Kind.DISABLED, RoleTest.Kind.EMPTY, RoleTest.Kind.ASSERTION_FREE);

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
    return List.of(tests.role(), Phrases.quoted(tests.canonical()), share(tests) + apart(tests));
  }

  private static String share(RoleTests tests) {
    Tally share = tests.share();
    if (share.compliant() > 0) {
      return share.text();
    }
    String none = "no test uses it";
    return share.applicable() ? none + ", " + share.text() : none;
  }

  private static String apart(RoleTests tests) {
    List<String> apart = new ArrayList<>();
    for (RoleTest.Kind kind : APART) {
      if (tests.count(kind) > 0) {
        apart.add(tests.count(kind) + " " + kind.label());
      }
    }
    return apart.isEmpty() ? "" : "; apart from " + String.join(", ", apart);
  }
}
