package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Permission;
import dev.ssot.rules.model.PermissionGrowth;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Tally;
import java.util.List;

/** What was compared, what the change introduced, and what it permits. */
final class ConsoleChange {

  private static final int MOST = 50;

  private ConsoleChange() {}

  static void write(ScanResult result, ConsolePage page) {
    Change change = result.change();
    if (!change.isThere()) {
      return;
    }
    page.line(0)
        .styled(Style.STRONG, "compared:")
        .text(" " + ChangeWords.compared(change.base()))
        .end();
    introduced(result, page);
    before(change.before(), result.compliance().total(), page);
    permissions(change, page);
  }

  private static void introduced(ScanResult result, ConsolePage page) {
    List<Finding> introduced = result.reported();
    int there = result.open().size() - introduced.size();
    page.line(0)
        .styled(Style.STRONG, "introduced:")
        .text(" " + introduced.size() + " (")
        .text(Phrases.count(count(introduced, Severity.ERROR), "error") + ", ")
        .text(Phrases.count(count(introduced, Severity.WARNING), "warning") + ", ")
        .text(Phrases.count(count(introduced, Severity.NOTE), "note") + "); ")
        .text(there == 1 ? "1 was there before" : there + " were there before")
        .text(there == 0 ? "" : " and not listed")
        .end();
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static void before(Change.Before before, Tally now, ConsolePage page) {
    if (!before.refusal().isEmpty()) {
      page.line(1)
          .styled(Style.WARNING, "the base cannot be judged, so everything counts as introduced:")
          .text(" " + before.refusal().lines().findFirst().orElse(""))
          .end();
      return;
    }
    for (Problem gap : before.gaps().stream().limit(MOST).toList()) {
      page.line(1)
          .styled(
              Style.WARNING, "not understood in the base, so what it holds counts as introduced:")
          .text(" " + gap.path() + ": " + gap.cause())
          .end();
    }
    page.line(0)
        .styled(Style.STRONG, "score before:")
        .text(" " + before.score().text() + ", now " + now.text())
        .end();
  }

  private static void permissions(Change change, ConsolePage page) {
    List<PermissionGrowth> growth = change.growth();
    page.line(0)
        .styled(Style.STRONG, "permissions:")
        .text(growth.isEmpty() ? " none added" : " " + growth.size() + " added or widened")
        .text(change.overstepped() ? ", which fails this check" : "")
        .end();
    growth.stream().limit(MOST).forEach(one -> permission(one, page));
    if (growth.size() > MOST) {
      page.line(1, Phrases.more(growth.size() - MOST));
    }
  }

  private static void permission(PermissionGrowth growth, ConsolePage page) {
    Permission permission = growth.permission();
    page.line(1)
        .styled(Style.STRONG, permission.place().pathAndLine() + ":")
        .text(" " + permission.kind().label() + " " + growth.kind().label() + ": ")
        .text(permission.what() + ChangeWords.extent(growth))
        .end();
  }
}
