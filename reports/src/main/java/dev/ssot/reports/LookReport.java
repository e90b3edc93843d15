package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Look;
import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** What has changed since the last look at the code. */
public final class LookReport {

  private LookReport() {}

  /** The names of the formats, sorted. */
  public static List<String> formats() {
    return List.of("console", "json");
  }

  /** Writes for a person: new findings in full, those that are gone in a line, and a summary. */
  public static void writeText(Look look, boolean coloured, Writer out) throws IOException {
    ConsolePage page = new ConsolePage(coloured);
    for (Finding finding : look.appeared()) {
      ConsoleFinding.write(finding, page);
      page.blank();
    }
    look.gone().forEach(finding -> gone(finding, page));
    look.unread().forEach(problem -> unread(problem, page));
    summary(look, page);
    page.drainTo(out);
  }

  private static void gone(Finding finding, ConsolePage page) {
    page.line(0)
        .styled(Style.GOOD, "gone:")
        .text(" " + finding.location().pathAndLine() + ": " + finding.statement().message() + " ")
        .styled(Style.FAINT, "[" + finding.rule() + "]")
        .end();
  }

  private static void unread(Problem problem, ConsolePage page) {
    page.line(0)
        .styled(Style.WARNING, problem.kind().label() + ":")
        .text(" " + problem.placeAndCause())
        .end();
  }

  private static void summary(Look look, ConsolePage page) {
    List<String> parts = new ArrayList<>();
    parts.add(look.appeared().size() + " new");
    parts.add(look.unread().isEmpty() ? look.gone().size() + " gone" : "what is gone is not known");
    parts.add(look.open() + " open");
    parts.add("score " + score(look));
    page.line(0)
        .styled(Style.STRONG, "look " + look.number() + ":")
        .text(" " + String.join(", ", parts))
        .text(look.unread().isEmpty() ? "" : "; incomplete: only what was understood counts")
        .end();
  }

  private static String score(Look look) {
    String now = look.score().text();
    return look.before()
        .filter(before -> !before.equals(look.score()))
        .map(before -> before.text() + " -> " + now)
        .orElse(now);
  }

  /** Writes for a program: one line. */
  public static void writeJson(Look look, Writer out) throws IOException {
    try (JsonGenerator json = JsonPage.lineGenerator(out)) {
      JsonPage.write(json, json(look));
    }
    out.append('\n');
  }

  private static ObjectNode json(Look look) {
    ObjectNode node = JsonPage.object().put("look", look.number());
    node.set("new", JsonPage.array(look.appeared(), JsonFinding::of));
    node.set("gone", JsonPage.array(look.gone(), JsonFinding::of));
    node.put("open", look.open());
    node.set("unread", JsonPage.array(look.unread(), JsonCoverage::problem));
    node.set("before", look.before().map(JsonCompliance::tally).orElse(null));
    node.set("score", JsonCompliance.tally(look.score()));
    return node.put("exitStatus", look.outcome().exitStatus());
  }
}
