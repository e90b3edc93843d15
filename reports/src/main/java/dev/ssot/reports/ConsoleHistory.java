package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.ShimTrend;
import java.util.List;

/** A history for a terminal: what was looked at, a table for each role, what became of rivals. */
final class ConsoleHistory {

  private final History history;
  private final ConsolePage page;

  ConsoleHistory(History history, ConsolePage page) {
    this.history = history;
    this.page = page;
  }

  void write() {
    head();
    for (String role : history.roles()) {
      role(role);
    }
    for (HistoryPoint point : history.points()) {
      if (point.roles().isEmpty()) {
        unknown(point);
      }
    }
    events();
    rivals();
    shims();
  }

  private void head() {
    page.line(0)
        .styled(Style.STRONG, "history:")
        .text(" " + history.extent() + ", " + HistoryWords.period(history))
        .end();
    String policy = history.walk().policy();
    page.line(0)
        .styled(Style.STRONG, "policy:")
        .text(
            (policy.isEmpty() ? "" : " " + policy + ";") + " " + history.walk().policyOf().words())
        .end();
    if (!history.walk().shallow().isEmpty()) {
      page.line(0).styled(Style.WARNING, "note:").text(" " + history.walk().shallow()).end();
    }
  }

  private void role(String id) {
    page.blank();
    page.line(0).styled(Style.STRONG, "role " + Phrases.quoted(id)).end();
    ConsoleTable table = new ConsoleTable();
    table.row(List.of("commit", "day", "score", "rivals", "shims", "uses", ""));
    for (HistoryPoint point : history.points()) {
      table.row(HistoryWords.row(point.commit().shortId(), point, id));
    }
    table.write(page, 1);
  }

  /** A commit of which not even the roles are known is in no table of a role that others know. */
  private void unknown(HistoryPoint point) {
    if (history.roles().isEmpty()) {
      page.line(1)
          .styled(Style.WARNING, point.commit().shortId())
          .text(" " + point.commit().day() + " " + HistoryWords.unknown(point))
          .end();
    }
  }

  private void events() {
    List<HistoryWords.Event> events = HistoryWords.events(history);
    if (events.isEmpty()) {
      return;
    }
    page.blank();
    page.line(0).styled(Style.STRONG, "what became of rivals").end();
    for (HistoryWords.Event event : events) {
      page.line(1)
          .styled(Style.STRONG, event.commit().day())
          .text(" " + Phrases.quoted(event.name()) + " (" + event.role() + ") ")
          .styled(event.kind().equals("resurrected") ? Style.ERROR : Style.NOTE, event.what())
          .text(" in " + event.commit().shortId())
          .text(event.not().isEmpty() ? "" : ", " + event.not())
          .end();
      page.line(2, "last change of its file: " + HistoryWords.change(event.change()));
    }
  }

  private void rivals() {
    List<RivalLife> there = history.rivals().stream().filter(RivalLife::isThere).toList();
    if (there.isEmpty()) {
      return;
    }
    page.blank();
    page.line(0).styled(Style.STRONG, "rivals now").end();
    for (RivalLife life : there) {
      List<String> former = HistoryWords.formerNames(life);
      page.line(1)
          .styled(Style.STRONG, Phrases.quoted(life.name()))
          .text(" (" + life.role() + "), " + life.liveness().words())
          .text(", since " + HistoryWords.since(life))
          .text(former.isEmpty() ? "" : ", formerly " + String.join(", ", former))
          .end();
      page.line(
          2,
          life.latest().last().path()
              + ", last changed in "
              + HistoryWords.change(life.latest().last().touched()));
    }
  }

  private void shims() {
    if (history.shims().isEmpty()) {
      return;
    }
    page.blank();
    page.line(0).styled(Style.STRONG, "shims now").end();
    for (ShimTrend shim : history.shims()) {
      page.line(1)
          .styled(Style.STRONG, Phrases.quoted(shim.type().name()))
          .text(", " + Phrases.count(shim.last().callers(), "caller"))
          .text(", was " + shim.first().callers())
          .text("; " + shim.forecast().text())
          .end();
    }
  }
}
