package dev.ssot.reports;

import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Tally;

/**
 * What a badge says of a scan.
 *
 * <p>Green is for a clean scan that has judged something and holds its gate, and for nothing else;
 * the words say it without the colour.
 *
 * @param message a few words
 */
record Badge(String message, Colour colour) {

  static final String LABEL = "ssot";

  /** A colour by its name at shields.io and its value. */
  enum Colour {
    GREEN("brightgreen", "#2b7a0b"),
    ORANGE("orange", "#9a4b00"),
    RED("red", "#b3261e"),
    GREY("lightgrey", "#5c5c5c");

    private final String shield;
    private final String value;

    Colour(String shield, String value) {
      this.shield = shield;
      this.value = value;
    }

    /** Its name at shields.io. */
    String shield() {
      return shield;
    }

    /** Dark enough for white text on it (a contrast of 4.5 at least, WCAG 2.1). */
    String value() {
      return value;
    }
  }

  static Badge of(ScanResult result) {
    Compliance compliance = result.compliance();
    if (result.outcome() == Outcome.INCOMPLETE) {
      return new Badge("incomplete", Colour.RED);
    }
    if (new OutcomeStatement(result).nothingJudged()) {
      return new Badge("nothing judged", Colour.GREY);
    }
    if (result.outcome() == Outcome.VIOLATIONS) {
      return new Badge(violations(result), Colour.RED);
    }
    if (compliance.gateMissed()) {
      return new Badge(compliance.total().percent() + ", missed before", Colour.ORANGE);
    }
    return new Badge(
        compliance.total().applicable() ? compliance.total().percent() : "clean", Colour.GREEN);
  }

  private static String violations(ScanResult result) {
    Tally total = result.compliance().total();
    String score = total.applicable() ? total.percent() : "";
    String reason = "";
    if (result.failing() > 0) {
      reason = Phrases.count(result.failing(), "finding");
    } else if (result.gateFails()) {
      reason = "gate of " + result.compliance().minimumScore() + " % missed";
    } else {
      reason = Phrases.count(result.change().growth().size(), "permission") + " added";
    }
    return score.isEmpty() ? reason : score + ", " + reason;
  }
}
