package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.Tally;

/** The score as JSON: always its numerator and denominator, a share only where there is one. */
final class JsonCompliance {

  private JsonCompliance() {}

  static ObjectNode of(Compliance compliance) {
    ObjectNode node = JsonPage.object();
    node.set("total", tally(compliance.total()));
    node.put("minimumScore", compliance.minimumScore());
    node.put("gateMissed", compliance.gateMissed());
    node.set("roles", JsonPage.array(compliance.roles(), JsonCompliance::role));
    return node;
  }

  private static ObjectNode role(RoleCompliance role) {
    ObjectNode node = JsonPage.object().put("role", role.role()).put("canonical", role.canonical());
    node.set("total", tally(role.total()));
    node.set("implementations", tally(role.implementations()));
    node.set("uses", tally(role.uses()));
    return node;
  }

  static ObjectNode tally(Tally tally) {
    return JsonPage.object()
        .put("compliant", tally.compliant())
        .put("sites", tally.sites())
        .put("permille", tally.applicable() ? Integer.valueOf(tally.permille()) : null);
  }
}
