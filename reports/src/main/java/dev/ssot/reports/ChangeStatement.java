package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.ScanResult;

/** What a scan was compared with and what the change permits, in words. */
record ChangeStatement(ScanResult result) {

  private static final int SHORT_ID = 12;

  /** Both sides of the comparison. */
  String compared() {
    Change.Base base = result.change().base();
    if (base.relation() == Change.Relation.NOTHING) {
      return base.head() + " with nothing, as there is no commit yet";
    }
    String commit = base.commit().substring(0, Math.min(SHORT_ID, base.commit().length()));
    String asked = Phrases.quoted(base.asked());
    return base.head()
        + " with "
        + commit
        + (base.relation() == Change.Relation.MERGE_BASE
            ? ", the merge base of " + asked + " and `HEAD`"
            : ", which is " + asked);
  }

  /** A permission that the change adds or widens, without its place. */
  static String permission(PermissionGrowth growth) {
    return growth.permission().kind().label()
        + " "
        + growth.kind().label()
        + ": "
        + growth.permission().what()
        + extent(growth);
  }

  private static String extent(PermissionGrowth growth) {
    String now = growth.permission().extent().text();
    return switch (growth.kind()) {
      case ADDED -> now.isEmpty() ? "" : ", " + now;
      case WIDENED -> ", " + now + ", before " + growth.before();
      case LIFTED -> "";
    };
  }
}
