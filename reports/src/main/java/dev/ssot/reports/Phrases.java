package dev.ssot.reports;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.RuleCoverage;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The turns of phrase that every report for people uses. */
final class Phrases {

  private static final int MEMBERS = 6;

  private Phrases() {}

  /** A number and its noun, such as {@code 1 file} or {@code 2 files}. */
  static String count(long number, String noun) {
    return number == 1 ? "1 " + noun : number + " " + noun + "s";
  }

  /** The first items with commas between them, and how many more there are. */
  static String list(List<String> items, int most) {
    String shown = items.stream().limit(most).collect(Collectors.joining(", "));
    int rest = items.size() - most;
    return rest > 0 ? shown + ", " + more(rest) : shown;
  }

  /** What stands for the items that are not shown. */
  static String more(int rest) {
    return "and " + rest + " more";
  }

  /** A name in backquotes. */
  static String quoted(String name) {
    return "`" + name + "`";
  }

  /** The text with its first letter in upper case and a full stop at its end. */
  static String sentence(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String capital = capital(text);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /** The text with its first letter in upper case. */
  static String capital(String text) {
    if (text.isEmpty()) {
      return "";
    }
    int first = text.codePointAt(0);
    String rest = text.substring(Character.charCount(first));
    return Character.toString(Character.toUpperCase(first)) + rest;
  }

  /** What makes a stand-in, and which members it answers for. */
  static String standIn(StandIn one) {
    List<String> stubbed = one.stubbed().stream().map(Phrases::quoted).toList();
    String answers = stubbed.isEmpty() ? "" : " (answers for " + list(stubbed, MEMBERS) + ")";
    return quoted(one.by()) + answers;
  }

  /** Until when a suppression holds and who answers for it. */
  static String term(Suppression suppression) {
    String owner = suppression.terms().owner();
    return "until " + suppression.terms().until() + (owner.isEmpty() ? "" : " by " + owner);
  }

  /** How many findings of each severity, such as {@code 1 error, 0 warnings, 2 notes}. */
  static String severities(List<Finding> findings) {
    return Arrays.stream(Severity.values())
        .map(
            severity ->
                count(
                    findings.stream().filter(one -> one.severity() == severity).count(),
                    severity.label()))
        .collect(Collectors.joining(", "));
  }

  /** How many findings are open, suppressed and known. */
  static String counts(ScanResult result) {
    return "%s open (%s), %s suppressed, %s known"
        .formatted(
            result.count(Triage.State.OPEN),
            severities(result.open()),
            result.count(Triage.State.SUPPRESSED),
            result.count(Triage.State.KNOWN));
  }

  /** What a rule looked at and found, or why it says nothing. */
  static String looked(RuleCoverage rule) {
    if (!rule.ran()) {
      return "not run: " + rule.notRun();
    }
    String subjects = rule.subjects() + " " + rule.unit();
    return rule.subjects() == 0
        ? subjects + ", so it says nothing"
        : subjects + ", " + count(rule.findings(), "finding");
  }

  /** How many call sites would bind and how many would not. */
  static String callSites(Evidence.IncompatibleContract contract) {
    String judged =
        "%s of %s would not bind"
            .formatted(
                contract.broken().size(),
                count((long) contract.broken().size() + contract.bound(), "call site"));
    return contract.undecided() == 0
        ? judged
        : judged + ", and of " + contract.undecided() + " more nothing can be said";
  }
}
