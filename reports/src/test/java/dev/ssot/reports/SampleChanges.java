package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.ROUTER;
import static dev.ssot.reports.SampleTypes.at;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Change.Base;
import dev.ssot.rules.model.Change.Before;
import dev.ssot.rules.model.Change.Relation;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.Permission.Extent;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Resurrection;
import dev.ssot.rules.model.ShimTerms;
import dev.ssot.rules.model.ShimUse;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** What results were compared with. */
final class SampleChanges {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private SampleChanges() {}

  /** Permissions of every kind, grown in every way. */
  static Change change() {
    List<PermissionGrowth> growth = new ArrayList<>();
    for (Permission.Kind kind : Permission.Kind.values()) {
      growth.add(growth(kind));
    }
    growth.add(
        new PermissionGrowth(
            new Permission(
                Permission.Kind.SUPPRESSION,
                "`bypass` at `shop.Desk`",
                new Extent(20_600, "until 2026-05-27"),
                at("src/main/java/shop/Desk.java", 7)),
            PermissionGrowth.Kind.WIDENED,
            "until 2026-04-30"));
    return new Change(
        new Base("main", COMMIT, Relation.MERGE_BASE, "the working tree"),
        new Before("", new Tally(4, 4), false, List.of()),
        growth,
        true);
  }

  private static PermissionGrowth growth(Permission.Kind kind) {
    return new PermissionGrowth(
        new Permission(kind, "a " + kind.label(), Extent.plain(), at("ssot.yaml", 3)),
        kind.isRestriction() ? PermissionGrowth.Kind.LIFTED : PermissionGrowth.Kind.ADDED,
        "");
  }

  /** The deletion of what came back. */
  static Resurrection resurrection() {
    return new Resurrection(
        new CommitRef(COMMIT, "Ann Other", "2026-02-03T04:05:06Z", "chat: route by one router"),
        "src/main/java/shop/chat/ChatRouter.java",
        Resurrection.Sign.NAME);
  }

  static Change blind() {
    return new Change(
        new Base("v1.0", COMMIT, Relation.ITSELF, "the index"),
        new Before("", new Tally(2, 4), true, SampleCoverage.gaps(2)),
        List.of(),
        false);
  }

  static Change first() {
    return new Change(
        new Base("HEAD", "", Relation.NOTHING, "the index"),
        Before.refused("Nothing to scan in `/shop`: there is no Java file"),
        List.of(),
        false);
  }

  static List<ShimUse> shims() {
    TypeRef user = new TypeRef("shop.Desk", at("src/main/java/shop/Desk.java", 3));
    return List.of(
        new ShimUse(
            new TypeRef("shop.OldRouter", at("src/main/java/shop/OldRouter.java", 9)),
            ROUTER.name(),
            new ShimTerms("chat", "2027-06-30"),
            List.of(user)),
        new ShimUse(
            new TypeRef("shop.Other", at("src/main/java/shop/Other.java", 9)),
            "",
            ShimTerms.none(),
            List.of()));
  }
}
