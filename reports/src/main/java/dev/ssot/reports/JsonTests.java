package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.StandIn;

/** The tests of roles, and what stands in for a role in them, as JSON. */
final class JsonTests {

  private JsonTests() {}

  static ObjectNode of(RoleTests tests) {
    ObjectNode node =
        JsonPage.object().put("role", tests.role()).put("canonical", tests.canonical());
    node.set("share", JsonCompliance.tally(tests.share()));
    node.set(
        "counts",
        JsonPage.object()
            .put("disabled", tests.count(RoleTest.Kind.DISABLED))
            .put("empty", tests.count(RoleTest.Kind.EMPTY))
            .put("assertionFree", tests.count(RoleTest.Kind.ASSERTION_FREE))
            .put("mocked", tests.count(RoleTest.Kind.MOCKED))
            .put("real", tests.count(RoleTest.Kind.REAL)));
    node.set("tests", JsonPage.array(tests.tests(), JsonTests::test));
    return node;
  }

  private static ObjectNode test(RoleTest test) {
    ObjectNode node =
        JsonPage.object()
            .put("type", test.subject().type())
            .put("method", test.subject().member())
            .put("kind", test.kind().label());
    node.set("location", JsonPlace.location(test.location()));
    return node;
  }

  static ObjectNode standIn(StandIn one) {
    ObjectNode node = JsonPage.object().put("form", one.form().label()).put("by", one.by());
    node.set("location", JsonPlace.location(one.location()));
    node.set("stubbed", JsonPage.texts(one.stubbed()));
    return node;
  }
}
