package dev.ssot.reports;

import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.ScanResult;

/** What every report for people says of the gate. */
final class ScoreWords {

  private ScoreWords() {}

  /** Whether the gate holds, such as {@code gate of 95 % holds}. */
  static String gate(ScanResult result) {
    return "gate of " + state(result);
  }

  /** The same without the word, such as {@code 95 % holds}. */
  static String state(ScanResult result) {
    Compliance compliance = result.compliance();
    String gate = compliance.minimumScore() + " %";
    if (!compliance.total().applicable()) {
      return gate + " not put to the test";
    }
    if (!compliance.gateMissed()) {
      return gate + " holds";
    }
    return gate + (result.gateFails() ? " missed" : " missed, as before the change");
  }
}
