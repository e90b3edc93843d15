package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Suppression.Origin;
import dev.ssot.rules.model.Triage;

/**
 * What a team has decided about a finding, in SARIF's words.
 *
 * <p>Every result has a list of suppressions, an empty one where nothing suppresses it, because
 * none at all would say that nobody knows; and a baseline state where there is a baseline.
 */
final class SarifTriage {

  private SarifTriage() {}

  static void add(Triage triage, boolean hasBaseline, ObjectNode result) {
    if (hasBaseline) {
      boolean known = triage.state() == Triage.State.KNOWN;
      result.put("baselineState", known ? "unchanged" : "new");
    }
    ArrayNode suppressions = JsonNodeFactory.instance.arrayNode();
    if (triage instanceof Triage.Suppressed suppressed) {
      suppressions.add(suppression(suppressed.by()));
    }
    result.set("suppressions", suppressions);
  }

  private static ObjectNode suppression(Suppression suppression) {
    ObjectNode node =
        JsonPage.object()
            .put("kind", suppression.origin() == Origin.SOURCE ? "inSource" : "external")
            .put("status", "accepted")
            .put("justification", VisibleText.of(suppression.terms().reason()));
    node.set("location", SarifLocation.of(suppression.location()));
    node.set(
        "properties",
        JsonPage.object()
            .put("owner", JsonPage.orNull(suppression.terms().owner()))
            .put("until", suppression.terms().until().toString()));
    return node;
  }
}
