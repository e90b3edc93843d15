package dev.ssot.reports;

import dev.ssot.rules.model.RuleDescription;
import java.util.ArrayList;
import java.util.List;

/** The pages of the rules, from Markdown with headings, paragraphs and blocks of code. */
final class HtmlRulePages {

  private static final String FENCE = "```";

  private final HtmlPage page;
  private final List<String> paragraph = new ArrayList<>();

  private HtmlRulePages(HtmlPage page) {
    this.page = page;
  }

  static void write(List<RuleDescription> rules, HtmlPage page) {
    page.open("section", "id", "rules", "aria-labelledby", "rules-title");
    page.element("h2", "Rules", "id", "rules-title");
    for (RuleDescription rule : rules) {
      page.open("details", "class", "group", "id", "rule-" + rule.id()).open("summary");
      page.element("h3", rule.id())
          .text(" ")
          .element("span", rule.severity().label(), "class", "tag " + rule.severity().label());
      page.text(" ").prose(Phrases.sentence(rule.summary())).close();
      page.open("div", "class", "body");
      new HtmlRulePages(page).page(rule.page());
      page.close().close();
    }
    page.close();
  }

  private void page(String markdown) {
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        endParagraph();
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
          end++;
        }
        block(lines.subList(i + 1, end));
        i = end;
      } else if (line.startsWith("#")) {
        endParagraph();
        heading(line);
      } else if (line.isBlank()) {
        endParagraph();
      } else {
        paragraph.add(line.strip());
      }
    }
    endParagraph();
  }

  /** The title of a page is that of its entry already. */
  private void heading(String line) {
    if (line.startsWith("##")) {
      page.element("h4", line.replaceFirst("^#+\\s*", ""));
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      page.open("p").prose(String.join(" ", paragraph)).close();
      paragraph.clear();
    }
  }

  private void block(List<String> lines) {
    page.open("pre", "tabindex", "0").open("code");
    lines.forEach(line -> page.text(line).lineBreak());
    page.close().close();
  }
}
