package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The scan results that every reporter faces. */
enum Scenario {
  CLEAN,
  NOTHING_LOOKED_AT,
  ONE_FINDING,
  EVERY_EVIDENCE,
  ACCEPTED,
  EVERY_PROBLEM,
  GATE_MISSED,
  WITH_CODE,
  NOTES_ONLY,
  CHANGED,
  UNCHANGED,
  FIRST_COMMIT,
  HOSTILE_TEXT,
  LONG_PATHS,
  LONG_LISTS,
  MANY_FINDINGS;

  static final ReportOptions OPTIONS =
      new ReportOptions("1.2.3", "https://example.org/ssot", false);
  static final ReportOptions COLOURED =
      new ReportOptions("1.2.3", "https://example.org/ssot", true);

  ScanResult result() {
    return switch (this) {
      case CLEAN -> SampleResults.clean();
      case NOTHING_LOOKED_AT -> SampleResults.nothingLookedAt();
      case ONE_FINDING -> SampleResults.oneFinding();
      case EVERY_EVIDENCE -> SampleResults.everyEvidence();
      case ACCEPTED -> SampleResults.accepted();
      case EVERY_PROBLEM -> SampleResults.everyProblem();
      case GATE_MISSED -> SampleResults.gateMissed();
      case WITH_CODE -> SampleResults.withCode();
      case NOTES_ONLY -> SampleResults.notesOnly();
      case CHANGED -> SampleResults.changed();
      case UNCHANGED -> SampleResults.unchanged();
      case FIRST_COMMIT -> SampleResults.firstCommit();
      case HOSTILE_TEXT -> SampleResults.hostileText();
      case LONG_PATHS -> SampleResults.longPaths();
      case LONG_LISTS -> SampleResults.longLists();
      case MANY_FINDINGS -> SampleResults.manyFindings();
    };
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its report is small enough to be kept and read, and tells more than another's. */
  boolean hasGoldenFile(String format) {
    return this != MANY_FINDINGS
        && (this == ACCEPTED || this == CHANGED || !format.equals("sarif-archive"));
  }

  String rendered(String format) {
    return rendered(format, OPTIONS);
  }

  String rendered(String format, ReportOptions options) {
    StringWriter out = new StringWriter();
    try {
      Reporters.named(format).orElseThrow().write(result(), options, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
