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

  @Override
  public ConsolePage access(Evidence.Access access) {
    labelled("reached by", access.path().words() + " of " + Phrases.quoted(access.target()));
    labelled("not allowed", Phrases.quoted(access.pattern()) + ": " + access.reason());
    if (!access.replacement().isEmpty()) {
      labelled("use instead", Phrases.quoted(access.replacement()));
    }
    return page;
  }

  @Override
  public ConsolePage unresolved(Evidence.Unresolved unresolved) {
    labelled("imported", Phrases.quoted(unresolved.imported()));
    if (unresolved.candidates().isEmpty()) {
      labelled("may be meant", "no type of this codebase comes near");
    }
    for (TypeRef candidate : unresolved.candidates()) {
      labelled("may be meant", place(candidate));
    }
    return page;
  }

  @Override
  public ConsolePage policyEntry(Evidence.PolicyEntry entry) {
    labelled("policy", entry.key() + " = " + Phrases.quoted(entry.value()));
    return page;
  }

  private void labelled(String label, String words) {
    page.line(1).styled(Style.STRONG, label + ":").text(" " + words).end();
  }

  private static String place(TypeRef type) {
    return type.declaration().pathAndLine() + " " + Phrases.quoted(type.name());
  }
}
