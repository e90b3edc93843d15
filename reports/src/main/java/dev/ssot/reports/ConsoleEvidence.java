package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.TypeRef;

/** The evidence of a finding, as indented lines with a label each. */
final class ConsoleEvidence implements EvidenceVisitor<ConsolePage> {

  private final ConsolePage page;

  ConsoleEvidence(ConsolePage page) {
    this.page = page;
  }

  @Override
  public ConsolePage rival(Evidence.Rival rival) {
    new ConsoleComparison(rival.comparison(), page).full();
    return page;
  }

  @Override
  public ConsolePage fragments(Evidence.Fragments fragments) {
    if (!fragments.words().isEmpty()) {
      labelled("words in common", Phrases.list(fragments.words(), 12));
    }
    labelled("proposed canonical", place(fragments.canonical()));
    labelled("because", fragments.reason());
    for (Comparison comparison : fragments.comparisons()) {
      new ConsoleComparison(comparison, page).compact();
    }
    return page;
  }

  /**
   * The message says what is reached and why not, the help what to use; left is the policy's line.
   */
  @Override
  public ConsolePage access(Evidence.Access access) {
    if (!access.pattern().equals(access.target())) {
      labelled("forbidden by", Phrases.quoted(access.pattern()));
    }
    return page;
  }

  /** The message names the import, and the related places are the candidates. */
  @Override
  public ConsolePage unresolved(Evidence.Unresolved unresolved) {
    if (unresolved.candidates().isEmpty()) {
      labelled("may be meant", "no type of this codebase comes near");
    }
    return page;
  }

  /** The message says it all. */
  @Override
  public ConsolePage policyEntry(Evidence.PolicyEntry entry) {
    return page;
  }

  @Override
  public ConsolePage dispatch(Evidence.Dispatch dispatch) {
    new ConsoleValues(page).dispatch(dispatch);
    return page;
  }

  @Override
  public ConsolePage restatement(Evidence.Restatement restatement) {
    new ConsoleValues(page).restatement(restatement);
    return page;
  }

  @Override
  public ConsolePage conflict(Evidence.Conflict conflict) {
    new ConsoleValues(page).conflict(conflict);
    return page;
  }

  private void labelled(String label, String words) {
    page.line(1).styled(Style.STRONG, label + ":").text(" " + words).end();
  }

  private static String place(TypeRef type) {
    return type.declaration().pathAndLine() + " " + Phrases.quoted(type.name());
  }
}
