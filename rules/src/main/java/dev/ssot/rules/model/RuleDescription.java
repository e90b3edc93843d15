package dev.ssot.rules.model;

import java.util.List;

/**
 * What a rule says of itself.
 *
 * @param id kebab-case, never changed once released
 * @param severity of its findings unless the policy says otherwise
 * @param summary one sentence, from the rule's page
 * @param page the whole page in Markdown
 * @param tags kinds of rule, at most ten
 */
public record RuleDescription(
    String id, Severity severity, String summary, String page, List<String> tags) {

  public RuleDescription {
    tags = List.copyOf(tags);
  }
}
