package dev.ssot.reports;

import dev.ssot.rules.model.ClassCounts;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.Tally;

/** Reads what {@link JsonCoverage} and {@link JsonCompliance} write. */
final class LedgerReader {

  private LedgerReader() {}

  static Coverage coverage(JsonFields fields) {
    return new Coverage(
        files(fields.object("files")),
        classFiles(fields.object("classFiles")),
        fields.number("types"),
        fields.list("problems", LedgerReader::problem),
        fields.list("rules", LedgerReader::rule));
  }

  private static FileCounts files(JsonFields fields) {
    return new FileCounts(
        fields.number("found"),
        fields.number("read"),
        fields.number("partly"),
        fields.number("unreadable"),
        fields.number("excluded"),
        fields.longNumber("lines"));
  }

  private static ClassCounts classFiles(JsonFields fields) {
    return new ClassCounts(
        fields.number("found"),
        fields.number("read"),
        fields.number("notUnderstood"),
        fields.number("outdated"));
  }

  static Problem problem(JsonFields fields) {
    return new Problem(
        fields.choice("kind", Problem.Kind.values(), Problem.Kind::label),
        fields.text("path"),
        fields.numberOrNone("line"),
        fields.text("cause"),
        fields.text("remedy"));
  }

  private static RuleCoverage rule(JsonFields fields) {
    return new RuleCoverage(
        fields.text("rule"),
        fields.number("subjects"),
        fields.text("unit"),
        fields.number("findings"),
        fields.textOrNone("notRun"));
  }

  static Compliance compliance(JsonFields fields) {
    return new Compliance(fields.list("roles", LedgerReader::role), fields.number("minimumScore"));
  }

  private static RoleCompliance role(JsonFields fields) {
    return new RoleCompliance(
        fields.text("role"),
        fields.text("canonical"),
        tally(fields.object("implementations")),
        tally(fields.object("uses")));
  }

  static Tally tally(JsonFields fields) {
    return new Tally(fields.number("compliant"), fields.number("sites"));
  }
}
