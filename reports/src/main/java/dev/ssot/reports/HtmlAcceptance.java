package dev.ssot.reports;

import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the team accepts: suppressions with owner and end date, and the baseline. */
final class HtmlAcceptance {

  private HtmlAcceptance() {}

  static void write(HtmlContext context, HtmlPage page) {
    TreeMap<Suppression, Integer> suppressions = new TreeMap<>();
    for (Finding finding : context.result().findings()) {
      if (finding.triage() instanceof Triage.Suppressed suppressed) {
        suppressions.merge(suppressed.by(), 1, Integer::sum);
      }
    }
    List<Finding> known =
        context.result().findings().stream()
            .filter(finding -> finding.triage().state() == Triage.State.KNOWN)
            .toList();
    page.open("section", "id", "accepted", "aria-labelledby", "accepted-title");
    page.element("h2", "Accepted", "id", "accepted-title");
    page.element("p", "What is accepted stays in the score, and fails no check.");
    suppressions(suppressions, page);
    baseline(context, known, page);
    page.close();
  }

  private static void suppressions(Map<Suppression, Integer> suppressions, HtmlPage page) {
    page.element("h3", Phrases.count(suppressions.size(), "suppression") + " in use");
    if (suppressions.isEmpty()) {
      return;
    }
    HtmlTable table =
        HtmlTable.open(
            page, "Suppressions", "Until", "Owner", "Rule", "Reason", "Findings", "Where");
    suppressions.forEach(
        (suppression, findings) ->
            table.row(
                suppression.terms().until().toString(),
                suppression.terms().owner().isEmpty() ? "nobody" : suppression.terms().owner(),
                suppression.rule(),
                suppression.terms().reason(),
                String.valueOf(findings),
                suppression.location().pathAndLine()));
    table.close();
  }

  private static void baseline(HtmlContext context, List<Finding> known, HtmlPage page) {
    page.element("h3", Phrases.count(known.size(), "finding") + " known by the baseline");
    page.open("p");
    if (context.result().baseline().isEmpty()) {
      page.text("No baseline was read.");
    } else {
      page.text("Baseline: ").element("code", context.result().baseline());
    }
    page.close();
    if (known.isEmpty()) {
      return;
    }
    HtmlTable table = HtmlTable.open(page, "Known findings", "Finding", "Rule", "Owner", "Line");
    for (Finding finding : known) {
      page.open("tr").open("td");
      page.element("a", finding.subject().text(), "href", "#" + context.id(finding)).close();
      page.element("td", finding.rule());
      page.element("td", String.join(" ", context.owners(finding.location().path())));
      page.element("td", String.valueOf(((Triage.Known) finding.triage()).line())).close();
    }
    table.close();
  }
}
