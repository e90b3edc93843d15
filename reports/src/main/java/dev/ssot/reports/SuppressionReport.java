package dev.ssot.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Suppression;
import dev.ssot.rules.model.SuppressionList;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The suppressions of a codebase, for a person or for a program. */
public final class SuppressionReport extends AnswerReport<SuppressionList> {

  @Override
  JsonNode json(SuppressionList list) {
    ObjectNode root = JsonPage.object().put("today", list.today().toString());
    root.set(
        "suppressions",
        JsonPage.array(
            list.suppressions(),
            one -> JsonTriage.suppression(one).put("expired", one.isExpiredOn(list.today()))));
    root.set("malformed", JsonPage.array(list.malformed(), JsonPlace::location));
    return root;
  }

  @Override
  void console(SuppressionList list, ConsolePage page) {
    for (Suppression one : list.suppressions()) {
      boolean expired = one.isExpiredOn(list.today());
      page.line(0)
          .styled(Style.STRONG, one.location().pathAndLine() + ":")
          .text(" ")
          .styled(expired ? Style.ERROR : Style.NOTE, one.terms().until() + ",")
          .text(" " + left(list, one) + ": " + Phrases.quoted(one.rule()))
          .text(" at " + Phrases.quoted(one.subject()))
          .end();
      String owner = one.terms().owner().isEmpty() ? "nobody" : one.terms().owner();
      page.line(1).styled(Style.STRONG, "owner:").text(" " + owner).end();
      page.line(1).styled(Style.STRONG, "reason:").text(" " + one.terms().reason()).end();
    }
    for (Location malformed : list.malformed()) {
      page.line(0)
          .styled(Style.STRONG, malformed.pathAndLine() + ":")
          .text(" ")
          .styled(Style.ERROR, "malformed,")
          .text(" it suppresses nothing; `ssot check` says why")
          .end();
    }
    page.line(0, summary(list));
  }

  private static String left(SuppressionList list, Suppression one) {
    long days = ChronoUnit.DAYS.between(list.today(), one.terms().until());
    if (days < 0) {
      return "expired";
    }
    return days == 0 ? "today for the last time" : Phrases.count(days, "day") + " left";
  }

  private static String summary(SuppressionList list) {
    List<Suppression> all = list.suppressions();
    long expired = all.stream().filter(one -> one.isExpiredOn(list.today())).count();
    return Phrases.count(all.size(), "suppression")
        + ", %s expired, %s malformed".formatted(expired, list.malformed().size());
  }
}
