package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.ScanResult;
import org.jspecify.annotations.Nullable;

/** What a scan was compared with, as JSON. */
final class JsonChange {

  private JsonChange() {}

  /** The comparison, or null where there was none. */
  static @Nullable ObjectNode of(ScanResult result) {
    Change change = result.change();
    if (!change.isThere()) {
      return null;
    }
    ObjectNode node = JsonPage.object();
    node.set("base", base(change.base()));
    node.set("before", before(change.before()));
    int introduced = result.reported().size();
    node.put("introduced", introduced).put("thereBefore", result.open().size() - introduced);
    node.set("permissions", JsonPage.array(change.growth(), JsonChange::growth));
    return node.put("permissionsFail", change.strict());
  }

  private static ObjectNode base(Change.Base base) {
    return JsonPage.object()
        .put("asked", base.asked())
        .put("commit", JsonPage.orNull(base.commit()))
        .put("relation", base.relation().label())
        .put("head", base.head());
  }

  private static ObjectNode before(Change.Before before) {
    ObjectNode node = JsonPage.object().put("refusal", JsonPage.orNull(before.refusal()));
    node.set("score", JsonCompliance.tally(before.score()));
    node.put("gateMissed", before.gateMissed());
    node.set("gaps", JsonPage.array(before.gaps(), JsonCoverage::problem));
    return node;
  }

  private static ObjectNode growth(PermissionGrowth growth) {
    ObjectNode node =
        JsonPage.object()
            .put("growth", growth.kind().label())
            .put("kind", growth.permission().kind().label())
            .put("what", growth.permission().what())
            .put("before", JsonPage.orNull(growth.before()))
            .put("extent", JsonPage.orNull(growth.permission().extent().text()));
    node.set("location", JsonPlace.location(growth.permission().place()));
    return node;
  }
}
