package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Evidence;

/** Evidence as JSON; the field {@code kind} tells which fields follow. */
final class JsonEvidence implements EvidenceVisitor<ObjectNode> {

  @Override
  public ObjectNode rival(Evidence.Rival rival) {
    ObjectNode node = kind("rival");
    node.set("comparison", JsonComparison.of(rival.comparison()));
    return node;
  }

  @Override
  public ObjectNode fragments(Evidence.Fragments fragments) {
    ObjectNode node = kind("fragments");
    node.set("words", JsonPage.texts(fragments.words()));
    node.put("types", fragments.types());
    node.set("canonical", JsonPlace.type(fragments.canonical()));
    node.put("reason", fragments.reason());
    node.set("comparisons", JsonPage.array(fragments.comparisons(), JsonComparison::of));
    return node;
  }

  @Override
  public ObjectNode access(Evidence.Access access) {
    return kind("access")
        .put("path", access.path().label())
        .put("target", access.target())
        .put("pattern", access.pattern())
        .put("replacement", JsonPage.orNull(access.replacement()))
        .put("reason", access.reason());
  }

  @Override
  public ObjectNode unresolved(Evidence.Unresolved unresolved) {
    ObjectNode node = kind("unresolved").put("imported", unresolved.imported());
    node.set("candidates", JsonPage.array(unresolved.candidates(), JsonPlace::type));
    return node;
  }

  @Override
  public ObjectNode policyEntry(Evidence.PolicyEntry entry) {
    return kind("policy-entry").put("key", entry.key()).put("value", entry.value());
  }

  private static ObjectNode kind(String kind) {
    return JsonPage.object().put("kind", kind);
  }
}
