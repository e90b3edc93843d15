package dev.ssot.reports;

import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.Tally;
import java.util.ArrayList;
import java.util.List;

/** What every report for people says of the tests of a role that must be real in them. */
final class TestWords {

  private static final List<RoleTest.Kind> APART =
      List.of(RoleTest.Kind.DISABLED, RoleTest.Kind.EMPTY, RoleTest.Kind.ASSERTION_FREE);

  private TestWords() {}

  /** How many of them use the real thing, and how many say nothing of it. */
  static String real(RoleTests tests) {
    return share(tests) + apart(tests);
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
