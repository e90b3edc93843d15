package dev.ssot.reports;

import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.TypeRef;

/** Reads what {@link JsonPlace} writes. */
final class PlaceReader {

  private PlaceReader() {}

  static Location location(JsonFields fields) {
    return new Location(fields.text("path"), region(fields.object("region")));
  }

  static Region region(JsonFields fields) {
    return new Region(
        fields.number("line"),
        fields.number("column"),
        fields.number("endLine"),
        fields.number("endColumn"));
  }

  static TypeRef type(JsonFields fields) {
    return new TypeRef(fields.text("name"), location(fields.object("declaration")));
  }

  static MemberRef member(JsonFields fields) {
    return new MemberRef(fields.text("signature"), region(fields.object("region")));
  }
}
