package dev.ssot.reports;

import dev.ssot.reports.ConsolePage.Style;
import dev.ssot.rules.model.DispatchedMessage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.model.SettingValue;
import java.util.List;

/** Evidence about values: message types, constants and settings. */
final class ConsoleValues {

  private static final int MOST = 12;

  private final ConsolePage page;

  ConsoleValues(ConsolePage page) {
    this.page = page;
  }

  void dispatch(Evidence.Dispatch dispatch) {
    page.line(1)
        .styled(Style.STRONG, "message types:")
        .text(" message type | branch | in the canonical")
        .end();
    ConsoleTable table = new ConsoleTable();
    dispatch.messages().stream().limit(MOST).forEach(message -> table.row(cells(message)));
    table.write(page, 2);
    more(dispatch.messages().size());
  }

  private static List<String> cells(DispatchedMessage message) {
    return List.of(
        message.message(),
        "| line " + message.branch().line(),
        "| "
            + (message.handled().isEmpty()
                ? "named by the policy"
                : message.handled().get(0).pathAndLine()));
  }

  void restatement(Evidence.Restatement restatement) {
    List<String> lines =
        restatement.places().stream()
            .filter(place -> place.declares().isEmpty())
            .map(place -> String.valueOf(place.region().line()))
            .toList();
    if (!lines.isEmpty()) {
      String noun = lines.size() == 1 ? "line" : "lines";
      page.line(1)
          .styled(Style.STRONG, "written out:")
          .text(" on " + noun + " " + Phrases.list(lines, MOST))
          .end();
    }
    restatement.places().stream()
        .filter(place -> !place.declares().isEmpty())
        .forEach(this::declaredAgain);
  }

  private void declaredAgain(Restated place) {
    page.line(1)
        .styled(Style.STRONG, "declared again:")
        .text(" " + Phrases.quoted(place.declares()) + " on line " + place.region().line())
        .end();
  }

  void conflict(Evidence.Conflict conflict) {
    page.line(1).styled(Style.STRONG, "values:").text(" value | as written | where").end();
    ConsoleTable table = new ConsoleTable();
    conflict.values().stream().limit(MOST).forEach(value -> table.row(cells(value)));
    table.write(page, 2);
    more(conflict.values().size());
  }

  private static List<String> cells(SettingValue value) {
    Location place = value.place();
    return List.of(
        value.value(),
        "| " + value.written(),
        "| " + place.pathAndLine() + " " + Phrases.quoted(value.type() + "#" + value.name()));
  }

  private void more(int all) {
    if (all > MOST) {
      page.line(2, Phrases.more(all - MOST));
    }
  }
}
