package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Resurrection;
import dev.ssot.rules.model.Subject;
import org.jspecify.annotations.Nullable;

/** One finding as JSON. */
final class JsonFinding {

  private JsonFinding() {}

  static ObjectNode of(Finding finding) {
    ObjectNode node =
        JsonPage.object()
            .put("fingerprint", finding.fingerprint().value())
            .put("rule", finding.rule())
            .put("severity", finding.severity().label());
    if (finding.novelty() != Novelty.NOT_COMPARED) {
      node.put("introduced", finding.novelty() == Novelty.INTRODUCED);
      node.set("resurrected", resurrection(finding.resurrected()));
    }
    node.set("triage", JsonTriage.of(finding.triage()));
    node.set("location", JsonPlace.location(finding.location()));
    node.set("subject", subject(finding.subject()));
    node.put("message", finding.statement().message());
    node.put("help", finding.statement().help());
    node.set("related", JsonPage.array(finding.statement().related(), JsonFinding::related));
    node.set("evidence", new JsonEvidence().visit(finding.evidence()));
    return node;
  }

  private static @Nullable ObjectNode resurrection(Resurrection back) {
    if (!back.isThere()) {
      return null;
    }
    ObjectNode node = JsonPage.object();
    node.set("deletedIn", JsonCommit.of(back.deletedIn()));
    return node.put("path", back.path()).put("sign", back.sign().label());
  }

  private static ObjectNode subject(Subject subject) {
    return JsonPage.object()
        .put("type", subject.type())
        .put("member", JsonPage.orNull(subject.member()));
  }

  private static ObjectNode related(Related related) {
    ObjectNode node = JsonPage.object().put("label", related.label()).put("name", related.name());
    node.set("location", JsonPlace.location(related.location()));
    return node;
  }
}
