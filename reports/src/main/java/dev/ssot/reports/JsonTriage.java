package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import org.jspecify.annotations.Nullable;

/** What a team has decided about findings, as JSON. */
final class JsonTriage {

  private JsonTriage() {}

  static ObjectNode of(Triage triage) {
    ObjectNode node = JsonPage.object().put("state", triage.state().label());
    node.set(
        "suppression",
        triage instanceof Triage.Suppressed suppressed ? suppression(suppressed.by()) : null);
    return node.put("baselineLine", line(triage));
  }

  private static @Nullable Integer line(Triage triage) {
    return triage instanceof Triage.Known known ? Integer.valueOf(known.line()) : null;
  }

  static ObjectNode suppression(Suppression suppression) {
    ObjectNode node =
        JsonPage.object()
            .put("rule", suppression.rule())
            .put("subject", suppression.subject())
            .put("reason", suppression.terms().reason())
            .put("owner", JsonPage.orNull(suppression.terms().owner()))
            .put("until", suppression.terms().until().toString())
            .put("origin", suppression.origin().label());
    node.set("location", JsonPlace.location(suppression.location()));
    return node;
  }

  static ObjectNode entry(BaselineEntry entry) {
    return JsonPage.object()
        .put("rule", entry.rule())
        .put("subject", entry.subject())
        .put("about", JsonPage.orNull(entry.about()))
        .put("fingerprint", entry.fingerprint().value())
        .put("path", entry.path());
  }
}
