package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Related;

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
