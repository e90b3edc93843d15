package dev.ssot.reports;

import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every finding with its evidence, those that are reported first, and what they are sorted by. */
final class HtmlFindings {

  private final HtmlContext context;
  private final HtmlPage page;

  HtmlFindings(HtmlContext context, HtmlPage page) {
    this.context = context;
    this.page = page;
  }

  void write(Writer out) throws IOException {
    List<Finding> findings = sorted();
    page.open("section", "id", "findings", "aria-labelledby", "findings-title", "tabindex", "-1");
    page.element("h2", "Findings", "id", "findings-title");
    page.open("p", "id", "count", "role", "status", "aria-live", "polite");
    page.text(Phrases.count(findings.size(), "finding") + ".").close();
    if (!context.code().isThere() && !findings.isEmpty()) {
      page.open("p", "class", "small");
      page.text("This report holds no code; ").element("code", "--excerpts");
      page.text(" puts it in.").close();
    }
    form(findings);
    page.open("div", "id", "list");
    for (Finding finding : findings) {
      finding(finding);
      page.drainTo(out);
    }
    page.close().close();
  }

  private List<Finding> sorted() {
    List<Finding> all = context.result().findings();
    return all.stream().sorted(Comparator.comparing(Finding::isReported).reversed()).toList();
  }

  private void form(List<Finding> findings) {
    page.open("form", "role", "search", "aria-label", "Filter the findings", "hidden", "");
    page.open("label").text("Search ");
    page.open("input", "type", "search", "id", "q", "autocomplete", "off").close();
    choice("severity", "Severity", Arrays.stream(Severity.values()).map(Severity::label));
    choice("rule", "Rule", names(findings.stream().map(Finding::rule)));
    String place = context.where().noun();
    choice(place, Phrases.capital(place), names(findings.stream().map(this::place)));
    if (context.knowsOwners()) {
      choice("owner", "Owner", names(findings.stream().flatMap(f -> owners(f).stream())));
    }
    choice("state", "State", Arrays.stream(Triage.State.values()).map(Triage.State::label));
    if (context.result().change().isThere()) {
      choice("novelty", "Change", Stream.of("introduced", "there before"));
    }
    page.open("label").text("Group by ").open("select", "id", "group");
    page.element("option", "nothing", "value", "");
    Stream.of("rule", place, "owner")
        .filter(key -> context.knowsOwners() || !key.equals("owner"))
        .forEach(key -> page.element("option", key, "value", key));
    page.close().close();
    page.element("button", "Clear", "type", "reset").close();
  }

  private void choice(String id, String label, Stream<String> values) {
    page.open("label").text(label + " ").open("select", "id", id);
    page.element("option", "all", "value", "");
    values.forEach(value -> page.element("option", value, "value", value));
    page.close().close();
  }

  private static Stream<String> names(Stream<String> values) {
    return values.collect(Collectors.toCollection(TreeSet::new)).stream();
  }

  private String place(Finding finding) {
    return context.where().of(finding.location().path());
  }

  private List<String> owners(Finding finding) {
    return context.owners(finding.location().path());
  }

  private void finding(Finding finding) {
    page.open(
        "details",
        "class",
        "finding",
        "id",
        context.id(finding),
        "data-severity",
        finding.severity().label(),
        "data-rule",
        finding.rule(),
        "data-" + context.where().noun(),
        place(finding),
        "data-state",
        finding.triage().state().label());
    summary(finding);
    page.open("div", "class", "body");
    page.open("p", "class", "help").element("strong", "Next step: ");
    page.prose(Phrases.sentence(finding.statement().help())).close();
    acceptance(finding.triage());
    if (finding.resurrected().isThere()) {
      String back = ChangeWords.resurrected(finding.resurrected());
      page.element("p", Phrases.sentence("resurrected: " + back));
    }
    for (Related related : finding.statement().related()) {
      page.open("p").element("strong", Phrases.capital(related.label()) + ": ");
      page.element("code", related.name()).text(" ");
      page.element("span", related.location().pathAndLine(), "class", "place").close();
    }
    if (!(finding.evidence() instanceof Evidence.Rival)) {
      context.code().around(finding.location(), page);
    }
    new HtmlEvidence(context, context.id(finding), page).visit(finding.evidence());
    page.open("p", "class", "small");
    if (context.describes(finding.rule())) {
      page.element("a", "About " + finding.rule(), "href", "#rule-" + finding.rule()).text(" · ");
    }
    page.text("Fingerprint ").element("code", finding.fingerprint().value());
    page.close().close().close();
  }

  private void summary(Finding finding) {
    page.open("summary");
    page.element("span", finding.severity().label(), "class", "tag " + finding.severity().label());
    if (!finding.isOpen()) {
      page.text(" ").element("span", finding.triage().state().label(), "class", "tag state");
    }
    if (finding.novelty() != Novelty.NOT_COMPARED) {
      boolean introduced = finding.novelty() == Novelty.INTRODUCED;
      page.text(" ");
      page.element(
          "span",
          introduced ? "introduced" : "there before",
          "class",
          introduced ? "tag new" : "tag state");
    }
    if (finding.resurrected().isThere()) {
      page.text(" ").element("span", "resurrected", "class", "tag error");
    }
    page.text(" ").open("span", "class", "message");
    page.prose(finding.statement().message()).close().text(" ");
    page.element("span", finding.location().pathAndLine(), "class", "place").text(" ");
    page.element("span", finding.rule(), "class", "rule");
    for (String owner : owners(finding)) {
      page.text(" ").element("span", owner, "class", "owner");
    }
    page.close();
  }

  private void acceptance(Triage triage) {
    if (triage instanceof Triage.Suppressed suppressed) {
      Suppression by = suppressed.by();
      page.open("p").text("Suppressed " + Phrases.term(by) + ", ");
      page.element("span", by.location().pathAndLine(), "class", "place");
      page.text(": " + by.terms().reason()).close();
    } else if (triage instanceof Triage.Known known) {
      page.element("p", "Known in line " + known.line() + " of the baseline.");
    }
  }
}
