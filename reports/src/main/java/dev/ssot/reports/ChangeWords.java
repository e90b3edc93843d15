package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Change.Relation;
import dev.ssot.rules.model.PermissionGrowth;

/** What every report for people says of a comparison. */
final class ChangeWords {

  private static final int SHORT_ID = 12;

  private ChangeWords() {}

  /** What was compared with what. */
  static String compared(Change.Base base) {
    if (base.relation() == Relation.NOTHING) {
      return base.head() + " with nothing, as there is no commit yet";
    }
    String commit = base.commit().substring(0, Math.min(SHORT_ID, base.commit().length()));
    String asked = Phrases.quoted(base.asked());
    return base.head()
        + " with "
        + commit
        + (base.relation() == Relation.MERGE_BASE
            ? ", the merge base of " + asked + " and `HEAD`"
            : ", which is " + asked);
  }

  /** How far a permission goes now and went before, after a comma; or the empty string. */
  static String extent(PermissionGrowth growth) {
    String now = growth.permission().extent().text();
    return switch (growth.kind()) {
      case ADDED -> now.isEmpty() ? "" : ", " + now;
      case WIDENED -> ", " + now + ", before " + growth.before();
      case LIFTED -> "";
    };
  }
}
