package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Change.Relation;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Resurrection;

/** What every report for people says of a comparison. */
final class ChangeWords {

  private ChangeWords() {}

  /** What was compared with what. */
  static String compared(Change.Base base) {
    if (base.relation() == Relation.NOTHING) {
      return base.head() + " with nothing, as there is no commit yet";
    }
    String commit = CommitRef.unknown(base.commit()).shortId();
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

  /** A permission that the change adds or widens, without its place. */
  static String permission(PermissionGrowth growth) {
    return growth.permission().kind().label()
        + " "
        + growth.kind().label()
        + ": "
        + growth.permission().what()
        + extent(growth);
  }

  /** That a rival had been deleted and has come back. */
  static String resurrected(Resurrection back) {
    CommitRef commit = back.deletedIn();
    return "deleted in %s by %s on %s (%s), back %s"
        .formatted(
            commit.shortId(), commit.author(), commit.day(), back.path(), back.sign().words());
  }
}
