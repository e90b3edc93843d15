package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.Triage;

/** One finding, from the line that editors can jump to down to the next step. */
final class ConsoleFinding {

  private ConsoleFinding() {}

  static void write(Finding finding, ConsolePage page) {
    heading(finding, page);
    for (Related related : finding.statement().related()) {
      page.line(1)
          .styled(Style.STRONG, related.label() + ":")
          .text(" " + related.location().pathAndLine() + " " + Phrases.quoted(related.name()))
          .end();
    }
    new ConsoleEvidence(page).visit(finding.evidence());
    page.line(1).styled(Style.STRONG, "help:").text(" " + finding.statement().help()).end();
    if (finding.resurrected().isThere()) {
      page.line(1)
          .styled(Style.ERROR, "resurrected:")
          .text(" " + ChangeWords.resurrected(finding.resurrected()))
          .end();
    }
    acceptance(finding.triage(), page);
  }

  private static void acceptance(Triage triage, ConsolePage page) {
    if (triage instanceof Triage.Suppressed suppressed) {
      Suppression by = suppressed.by();
      page.line(1)
          .styled(Style.STRONG, "suppressed:")
          .text(" " + Phrases.term(by) + ", " + by.location().pathAndLine())
          .text(": " + by.terms().reason())
          .end();
    } else if (triage instanceof Triage.Known known) {
      page.line(1)
          .styled(Style.STRONG, "known:")
          .text(" in line " + known.line() + " of the baseline")
          .end();
    }
  }

  private static void heading(Finding finding, ConsolePage page) {
    Location location = finding.location();
    page.line(0)
        .styled(Style.STRONG, location.pathAndLine() + ":" + location.region().column() + ":")
        .text(" ")
        .styled(Style.of(finding.severity()), finding.severity().label() + ":")
        .text(" " + finding.statement().message() + " ")
        .styled(Style.FAINT, "[" + finding.rule() + "]")
        .end();
  }
}
