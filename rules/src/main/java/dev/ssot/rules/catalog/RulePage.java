package dev.ssot.rules.catalog;

import dev.ssot.rules.model.RuleDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a rule, a Markdown resource named after its id. */
final class RulePage {

  private RulePage() {}

  static RuleDescription description(Rule rule) {
    String page = text(rule.id());
    return new RuleDescription(rule.id(), rule.severity(), summary(page), page, rule.tags());
  }

  private static String text(String id) {
    try (InputStream stream = RulePage.class.getResourceAsStream("pages/" + id + ".md")) {
      if (stream == null) {
        throw new IllegalStateException("The rule " + id + " has no page");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The page of the rule " + id + " cannot be read", e);
    }
  }

  /** The first paragraph below the title. */
  private static String summary(String page) {
    StringBuilder summary = new StringBuilder();
    for (String line : page.lines().skip(1).dropWhile(String::isBlank).toList()) {
      if (line.isBlank()) {
        break;
      }
      summary.append(summary.length() == 0 ? "" : " ").append(line.strip());
    }
    return summary.toString();
  }
}
