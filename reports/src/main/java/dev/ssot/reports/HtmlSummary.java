package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.model.Triage;
import java.util.List;
import java.util.Locale;

/** What a person knows after ten seconds: the outcome, the score, the gate, the counts. */
final class HtmlSummary {

  private HtmlSummary() {}

  /** The outcome in a word or two. */
  static String headline(ScanResult result) {
    OutcomeStatement statement = new OutcomeStatement(result);
    return statement.nothingJudged() && result.outcome() == Outcome.CLEAN
        ? "nothing judged"
        : result.outcome().label();
  }

  static void write(HtmlContext context, HtmlPage page) {
    ScanResult result = context.result();
    page.open("header", "class", tone(result));
    page.open("div", "class", "bar").element("p", "ssot compliance report", "class", "brand");
    navigation(context, page);
    HtmlFrame.theme(page);
    page.close();
    verdict(result, page);
    page.close();
  }

  private static String tone(ScanResult result) {
    if (result.outcome() == Outcome.INCOMPLETE) {
      return "top incomplete";
    }
    return new OutcomeStatement(result).good()
        ? "top good"
        : result.outcome() == Outcome.VIOLATIONS ? "top bad" : "top blind";
  }

  private static void navigation(HtmlContext context, HtmlPage page) {
    page.open("nav", "aria-label", "Sections");
    for (String section : List.of("Roles", "Findings", "Access paths")) {
      link(section, page);
    }
    if (context.result().change().isThere()) {
      link("Change", page);
    }
    for (String section : List.of("Accepted", "Coverage", "Rules")) {
      link(section, page);
    }
    page.close();
  }

  static void link(String section, HtmlPage page) {
    page.element("a", section, "href", "#" + section.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }

  private static void verdict(ScanResult result, HtmlPage page) {
    page.open("div", "class", "verdict");
    page.open("div").element("h1", capital(headline(result)), "class", "outcome");
    page.element("p", Phrases.sentence(new OutcomeStatement(result).reasons()), "class", "why");
    page.open("p", "class", "small");
    page.text("Exit status " + result.outcome().exitStatus());
    page.text(result.policy().isEmpty() ? ", without a policy" : ", by ");
    if (!result.policy().isEmpty()) {
      page.element("code", result.policy());
    }
    page.close().close();
    score(result, page);
    page.close();
    figures(result, page);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static void score(ScanResult result, HtmlPage page) {
    Compliance compliance = result.compliance();
    Tally total = compliance.total();
    page.open("div", "class", "score").element("h2", "Score", "class", "label");
    page.element("p", total.percent(), "class", "number");
    page.element(
        "p",
        total.applicable()
            ? total.compliant() + " of " + total.sites() + " sites comply"
            : "no role has a site",
        "class",
        "fraction");
    bar(total, compliance.minimumScore(), page);
    page.element("p", Phrases.sentence(ScoreWords.gate(result)), "class", "gate");
    if (result.coverage().incomplete()) {
      page.element("p", "Incomplete: only what was understood counts.", "class", "gate");
    }
    page.close();
  }

  /** A bar of a share with a mark where the gate stands. */
  static void bar(Tally tally, int gate, HtmlPage page) {
    if (!tally.applicable()) {
      return;
    }
    boolean holds = tally.permille() >= gate * 10;
    page.open(
        "svg",
        "class",
        holds ? "share holds" : "share misses",
        "viewBox",
        "0 0 1000 60",
        "preserveAspectRatio",
        "none",
        "aria-hidden",
        "true");
    page.open("rect", "class", "all", "width", "1000", "height", "60");
    page.open("rect", "class", "part", "width", String.valueOf(tally.permille()), "height", "60");
    page.open(
        "rect", "class", "mark", "x", String.valueOf(gate * 10 - 2), "width", "4", "height", "60");
    page.close();
  }

  private static void figures(ScanResult result, HtmlPage page) {
    page.open("dl", "class", "figures");
    for (Severity severity : Severity.values()) {
      long number = result.count(severity);
      figure(number, noun(number, severity.label()) + ", open", severity.label(), page);
    }
    if (result.change().isThere()) {
      figure(result.reported().size(), "open and introduced", "plain", page);
    }
    List<Comparison> rivals =
        result.findings().stream()
            .map(Finding::evidence)
            .filter(Evidence.Rival.class::isInstance)
            .map(evidence -> ((Evidence.Rival) evidence).comparison())
            .toList();
    long live = rivals.stream().filter(rival -> rival.usage().rival().isLive()).count();
    figure(rivals.size(), noun(rivals.size(), "rival") + ", " + live + " live", "plain", page);
    long groups =
        result.findings().stream()
            .filter(finding -> finding.evidence() instanceof Evidence.Fragments)
            .count();
    figure(groups, groups == 1 ? "role not declared" : "roles not declared", "plain", page);
    int shims = result.shims().size();
    figure(shims, noun(shims, "shim"), "plain", page);
    figure(result.count(Triage.State.SUPPRESSED), "suppressed", "plain", page);
    figure(result.count(Triage.State.KNOWN), "known by the baseline", "plain", page);
    page.close();
  }

  static String noun(long number, String noun) {
    return number == 1 ? noun : noun + "s";
  }

  static void figure(long number, String words, String kind, HtmlPage page) {
    page.open("div", "class", "figure " + kind + (number == 0 ? " zero" : ""));
    page.element("dt", words).element("dd", String.valueOf(number)).close();
  }
}
