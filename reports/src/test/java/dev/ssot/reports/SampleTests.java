package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.ROUTER;
import static dev.ssot.reports.SampleTypes.at;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.List;

/** Tests of roles, and what stands in for a role in them. */
final class SampleTests {

  private static final String FILE = "src/test/java/shop/net/WriterTest.java";

  private SampleTests() {}

  /** A role with tests of every kind, one that all tests mock, and one without tests. */
  static List<RoleTests> all() {
    List<RoleTest> tests = new ArrayList<>();
    for (RoleTest.Kind kind : RoleTest.Kind.values()) {
      tests.add(test(10 + tests.size(), kind));
      if (kind == RoleTest.Kind.REAL) {
        tests.add(test(20, kind));
      }
    }
    return List.of(
        new RoleTests("message-routing", ROUTER.name(), tests),
        new RoleTests("clock", "shop.time.Clock", List.of(test(10, RoleTest.Kind.MOCKED))),
        new RoleTests("empty-role", "shop.none.Nothing", List.of()));
  }

  private static RoleTest test(int line, RoleTest.Kind kind) {
    return new RoleTest(new Subject("shop.net.WriterTest", "writes" + line), at(FILE, line), kind);
  }

  /** Stand-ins of a form; of mocks more than a reader wants to see at once. */
  static Evidence.Mocked mocked(StandIn.Form form) {
    List<StandIn> standIns = new ArrayList<>();
    standIns.add(new StandIn(form, "mock", at(FILE, 7), List.of("close", "send")));
    for (int i = 0; form == StandIn.Form.MOCK && i < 12; i++) {
      standIns.add(new StandIn(StandIn.Form.FAKE, "@MockBean", at(FILE, 30 + i), List.of()));
    }
    return new Evidence.Mocked(
        "message-routing", ROUTER.name(), ROUTER.name(), "mocks hid an outage", standIns);
  }
}
