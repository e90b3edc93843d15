package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Subject;
import java.util.List;

/** One finding as a SARIF result. */
final class SarifResult {

  /** The name says which algorithm made the value; GitHub ignores it, other readers match by it. */
  private static final String FINGERPRINT = "ssotFingerprint/v1";

  private SarifResult() {}

  static ObjectNode of(Finding finding, List<String> ruleIds) {
    ObjectNode node = JsonPage.object().put("ruleId", finding.rule());
    int index = ruleIds.indexOf(finding.rule());
    if (index >= 0) {
      node.put("ruleIndex", index);
    }
    node.put("level", finding.severity().label());
    node.set("message", JsonPage.object().put("text", SarifMessage.of(finding)));
    node.set("locations", array(location(finding)));
    if (!finding.statement().related().isEmpty()) {
      node.set("relatedLocations", related(finding.statement().related()));
    }
    node.set(
        "partialFingerprints", JsonPage.object().put(FINGERPRINT, finding.fingerprint().value()));
    return node;
  }

  private static ObjectNode location(Finding finding) {
    ObjectNode node = SarifLocation.of(finding.location());
    Subject subject = finding.subject();
    ObjectNode logical =
        JsonPage.object()
            .put("fullyQualifiedName", subject.text())
            .put("kind", subject.member().isEmpty() ? "type" : "member");
    node.set("logicalLocations", array(logical));
    return node;
  }

  /** The places with the ids that the links of the message name. */
  private static ArrayNode related(List<Related> places) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < places.size(); i++) {
      ObjectNode node = JsonPage.object().put("id", i + 1);
      node.setAll(SarifLocation.of(places.get(i).location()));
      String text = places.get(i).label() + ": " + Phrases.quoted(places.get(i).name());
      node.set("message", JsonPage.object().put("text", VisibleText.of(text)));
      array.add(node);
    }
    return array;
  }

  private static ArrayNode array(ObjectNode node) {
    return JsonNodeFactory.instance.arrayNode().add(node);
  }
}
