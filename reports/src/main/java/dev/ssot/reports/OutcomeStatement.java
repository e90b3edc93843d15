package dev.ssot.reports;

import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Triage;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan comes to, in words.
 *
 * <p>A scan in which no rule had anything to judge ends with the same exit status as a clean one,
 * because nothing is open; the words never say clean of it.
 */
record OutcomeStatement(ScanResult result) {

  private static final String NOTHING =
      "no rule found anything to look at, so this scan says nothing about the code";

  /** Whether no rule found a subject, so that the scan says nothing about the code. */
  boolean nothingJudged() {
    return result.findings().isEmpty() && result.coverage().judgedNothing();
  }

  /** Whether a reader may take the result as good news. */
  boolean good() {
    return result.outcome() == Outcome.CLEAN && !nothingJudged();
  }

  /** The outcome and its reasons, without the exit status. */
  String text() {
    return word() + ": " + reasons();
  }

  /** The outcome in a word, or that there is none. */
  String word() {
    return result.outcome() == Outcome.CLEAN && nothingJudged()
        ? "nothing was judged"
        : result.outcome().label();
  }

  /** Why it is so. */
  String reasons() {
    return switch (result.outcome()) {
      case CLEAN -> nothingJudged() ? NOTHING : join(cleanReasons());
      case VIOLATIONS -> join(violations());
      case INCOMPLETE -> join(gaps());
    };
  }

  private List<String> cleanReasons() {
    List<String> reasons = new ArrayList<>();
    String which = result.change().isThere() ? "no finding introduced" : "no open finding";
    reasons.add(which + " at or above " + result.threshold().label());
    long reported = result.reported().size();
    if (reported > 0) {
      reasons.add(Phrases.count(reported, "finding") + " below it");
    }
    long open = result.count(Triage.State.OPEN);
    if (open > reported) {
      reasons.add(open - reported + " there before");
    }
    long accepted = result.findings().size() - open;
    if (accepted > 0) {
      reasons.add(accepted + " accepted");
    }
    Compliance compliance = result.compliance();
    reasons.add(compliance.total().applicable() ? gate(compliance) : "no role to score");
    long skipped = result.coverage().rules().stream().filter(rule -> !rule.ran()).count();
    if (skipped > 0) {
      reasons.add(Phrases.count(skipped, "rule") + " not run");
    }
    return reasons;
  }

  private static String gate(Compliance compliance) {
    String gate = "the gate of " + compliance.minimumScore() + " %";
    return gate + (compliance.gateMissed() ? " was missed before" : " holds");
  }

  private List<String> violations() {
    List<String> reasons = new ArrayList<>();
    long failing = result.failing();
    if (failing > 0) {
      String which = result.change().isThere() ? " introduced" : "";
      reasons.add(
          Phrases.count(failing, "finding") + which + " at or above " + result.threshold().label());
    }
    if (result.gateFails()) {
      reasons.add("the gate of " + result.compliance().minimumScore() + " % is missed");
    }
    if (result.change().overstepped()) {
      int number = result.change().growth().size();
      reasons.add(Phrases.count(number, "permission") + " added or widened");
    }
    return reasons;
  }

  private List<String> gaps() {
    List<String> reasons = new ArrayList<>();
    long blind =
        result.coverage().problems().stream()
            .map(Problem::kind)
            .filter(Problem.Kind::incomplete)
            .count();
    reasons.add(Phrases.count(blind, "input") + " not read or not understood in full");
    reasons.addAll(violations());
    return reasons;
  }

  private static String join(List<String> reasons) {
    return String.join(", ", reasons);
  }
}
