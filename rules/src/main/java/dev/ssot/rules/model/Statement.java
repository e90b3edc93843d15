package dev.ssot.rules.model;

import java.util.List;

/**
 * What a finding says.
 *
 * @param message one sentence without a full stop; types in backquotes
 * @param help the smallest next step, as an imperative
 * @param related places that belong to it, the canonical first
 */
public record Statement(String message, String help, List<Related> related) {

  public Statement {
    related = List.copyOf(related);
  }
}
