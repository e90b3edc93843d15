package dev.ssot.reports;

import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.PermissionGrowth;

/** Reads what {@link JsonChange} writes. */
final class ChangeReader {

  private ChangeReader() {}

  static Change change(JsonFields fields) {
    return new Change(
        base(fields.object("base")),
        before(fields.object("before")),
        fields.list("permissions", ChangeReader::growth),
        fields.flag("permissionsFail"));
  }

  private static Change.Base base(JsonFields fields) {
    return new Change.Base(
        fields.text("asked"),
        fields.textOrNone("commit"),
        fields.choice("relation", Change.Relation.values(), Change.Relation::label),
        fields.text("head"));
  }

  private static Change.Before before(JsonFields fields) {
    return new Change.Before(
        fields.textOrNone("refusal"),
        LedgerReader.tally(fields.object("score")),
        fields.flag("gateMissed"),
        fields.list("gaps", LedgerReader::problem));
  }

  /** The size of an extent serves to compare only and is not in the report. */
  private static PermissionGrowth growth(JsonFields fields) {
    return new PermissionGrowth(
        new Permission(
            fields.choice("kind", Permission.Kind.values(), Permission.Kind::label),
            fields.text("what"),
            new Permission.Extent(0, fields.textOrNone("extent")),
            PlaceReader.location(fields.object("location"))),
        fields.choice("growth", PermissionGrowth.Kind.values(), PermissionGrowth.Kind::label),
        fields.textOrNone("before"));
  }
}
