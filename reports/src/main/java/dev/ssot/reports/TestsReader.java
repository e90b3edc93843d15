package dev.ssot.reports;

import dev.ssot.rules.model.RoleTest;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.Subject;

/** Reads what {@link JsonTests} writes. */
final class TestsReader {

  private TestsReader() {}

  static RoleTests tests(JsonFields fields) {
    return new RoleTests(
        fields.text("role"), fields.text("canonical"), fields.list("tests", TestsReader::test));
  }

  private static RoleTest test(JsonFields fields) {
    return new RoleTest(
        new Subject(fields.text("type"), fields.text("method")),
        PlaceReader.location(fields.object("location")),
        fields.choice("kind", RoleTest.Kind.values(), RoleTest.Kind::label));
  }

  static StandIn standIn(JsonFields fields) {
    return new StandIn(
        fields.choice("form", StandIn.Form.values(), StandIn.Form::label),
        fields.text("by"),
        PlaceReader.location(fields.object("location")),
        fields.texts("stubbed"));
  }
}
