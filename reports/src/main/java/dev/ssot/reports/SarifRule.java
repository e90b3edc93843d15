package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.Severity;
import java.util.Locale;

/** The descriptor of a rule, made of its page. */
final class SarifRule {

  /** GitHub cuts a full description after this many characters. */
  static final int LONGEST_DESCRIPTION = 1024;

  /** GitHub shows this many tags. */
  static final int MOST_TAGS = 10;

  private SarifRule() {}

  static ObjectNode of(RuleDescription rule, String homepage) {
    MarkdownPage page = new MarkdownPage(rule.page());
    String summary = Phrases.sentence(rule.summary().isBlank() ? rule.id() : rule.summary());
    String help = page.plain().isBlank() ? summary : page.plain();
    ObjectNode node = JsonPage.object().put("id", rule.id()).put("name", name(rule.id()));
    node.set("shortDescription", text(summary));
    node.set("fullDescription", text(cut(description(summary, page))));
    node.set("help", text(help).put("markdown", rule.page().isBlank() ? summary : rule.page()));
    if (!homepage.isEmpty()) {
      node.put("helpUri", homepage + "#" + rule.id());
    }
    node.set("defaultConfiguration", JsonPage.object().put("level", rule.severity().label()));
    node.set("properties", properties(rule));
    return node;
  }

  private static String description(String summary, MarkdownPage page) {
    String paragraph = page.firstParagraph();
    return paragraph.isBlank() ? summary : paragraph;
  }

  private static ObjectNode properties(RuleDescription rule) {
    ObjectNode node = JsonPage.object();
    node.set("tags", JsonPage.texts(rule.tags().stream().limit(MOST_TAGS).toList()));
    return node.put("problem.severity", problemSeverity(rule.severity()));
  }

  /** GitHub's word for a severity; it calls a note a recommendation. */
  private static String problemSeverity(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : severity.label();
  }

  /** The id in PascalCase, which must not be the same word as the id (SARIF1001). */
  static String name(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString().equalsIgnoreCase(id) ? name + "Rule" : name.toString();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    int end = LONGEST_DESCRIPTION - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static ObjectNode text(String text) {
    return JsonPage.object().put("text", text);
  }
}
