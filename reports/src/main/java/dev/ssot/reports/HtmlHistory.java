package dev.ssot.reports;

import dev.ssot.rules.model.History;
import dev.ssot.rules.model.HistoryPoint;
import dev.ssot.rules.model.LastChange;
import dev.ssot.rules.model.RivalLife;
import dev.ssot.rules.model.RivalStay;
import dev.ssot.rules.model.RolePoint;
import dev.ssot.rules.model.ShimTrend;
import dev.ssot.rules.model.Tally;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A history for people: one page with charts of each role, and all of their numbers in tables. */
final class HtmlHistory {

  private final History history;
  private final List<HistoryWords.Event> events;
  private final HtmlPage page = new HtmlPage();

  HtmlHistory(History history) {
    this.history = history;
    this.events = HistoryWords.events(history);
  }

  void write(ReportOptions options, Writer out) throws IOException {
    HtmlFrame frame = new HtmlFrame("history.js");
    frame.begin("history", page);
    page.element("a", "Skip to the roles", "class", "skip", "href", "#roles");
    header();
    page.open("main");
    page.open("section", "id", "roles", "aria-labelledby", "roles-title", "tabindex", "-1");
    page.element("h2", "Roles", "id", "roles-title");
    int number = 0;
    for (String role : history.roles()) {
      role(role, "role-" + ++number);
    }
    if (history.roles().isEmpty()) {
      page.element("p", "No commit could be scanned; the reasons are below.");
    }
    page.close();
    page.drainTo(out);
    events();
    rivals();
    shims();
    commits();
    page.close();
    frame.end("the commits of this repository", options, page);
    page.drainTo(out);
  }

  private void header() {
    page.open("header", "class", "top plain");
    page.open("div", "class", "bar").element("p", "ssot history", "class", "brand");
    page.open("nav", "aria-label", "Sections");
    List.of("Roles", "Events", "Rivals", "Shims", "Commits")
        .forEach(section -> HtmlSummary.link(section, page));
    page.close();
    HtmlFrame.theme(page);
    page.close();
    page.open("div", "class", "verdict").open("div");
    page.element("h1", headline(), "class", "outcome");
    page.element("p", Phrases.sentence(sentence()), "class", "why");
    page.open("p", "class", "small").prose(Phrases.sentence(history.extent()));
    page.text(" ").prose(Phrases.sentence(history.walk().policyOf().words())).close();
    if (!history.walk().shallow().isEmpty()) {
      page.open("p", "class", "gate").prose(Phrases.sentence(history.walk().shallow())).close();
    }
    page.close();
    score();
    page.close();
    figures();
    page.close();
  }

  private List<HistoryPoint> scored() {
    return history.points().stream().filter(point -> point.score().applicable()).toList();
  }

  private String headline() {
    List<HistoryPoint> scored = scored();
    if (scored.isEmpty()) {
      return "No score";
    }
    HistoryPoint first = scored.get(0);
    HistoryPoint last = scored.get(scored.size() - 1);
    String now = last.score().percent();
    return first.score().percent().equals(now)
        ? now + ", as on " + first.commit().day()
        : "%s on %s, now %s".formatted(first.score().percent(), first.commit().day(), now);
  }

  private String sentence() {
    List<String> parts = new ArrayList<>();
    parts.add(HistoryWords.period(history));
    parts.add(Phrases.count(count("appeared"), "rival") + " appeared");
    parts.add(count(RivalStay.Kind.DELETED.label()) + " deleted");
    parts.add(count("resurrected") + " came back after deletion");
    return String.join(", ", parts);
  }

  private long count(String kind) {
    return events.stream().filter(event -> event.kind().equals(kind)).count();
  }

  private void score() {
    page.open("div", "class", "score").element("h2", "Score at the last commit", "class", "label");
    Optional<HistoryPoint> last = history.points().stream().reduce((earlier, later) -> later);
    Tally tally = last.map(HistoryPoint::score).orElse(new Tally(0, 0));
    page.element("p", tally.percent(), "class", "number");
    page.element(
        "p",
        tally.applicable()
            ? tally.compliant() + " of " + tally.sites() + " sites comply"
            : "it is not known",
        "class",
        "fraction");
    String unknown = last.map(HistoryWords::unknown).orElse("");
    if (!unknown.isEmpty()) {
      page.open("p", "class", "gate").prose(Phrases.sentence(unknown)).close();
    }
    page.close();
  }

  private void figures() {
    page.open("dl", "class", "figures");
    int scanned = history.scanned();
    HtmlSummary.figure(scanned, HtmlSummary.noun(scanned, "point") + " scanned", "plain", page);
    HtmlSummary.figure(history.points().size() - scanned, "not scanned", "warning", page);
    List<RivalLife> there = history.rivals().stream().filter(RivalLife::isThere).toList();
    long live = there.stream().filter(life -> life.liveness().isLive()).count();
    HtmlSummary.figure(
        there.size(),
        HtmlSummary.noun(there.size(), "rival") + ", " + live + " live",
        "plain",
        page);
    HtmlSummary.figure(count("resurrected"), "came back", "error", page);
    int shims = history.shims().size();
    HtmlSummary.figure(shims, HtmlSummary.noun(shims, "shim"), "plain", page);
    page.close();
  }

  private void role(String id, String anchor) {
    page.open("article", "class", "card", "id", anchor, "aria-labelledby", anchor + "-title");
    page.element("h3", id, "id", anchor + "-title");
    List<String> canonicals =
        history.points().stream()
            .flatMap(point -> point.role(id).stream())
            .map(RolePoint::canonical)
            .distinct()
            .toList();
    page.open("p").text("Canonical: ");
    page.element("code", canonicals.get(canonicals.size() - 1)).close();
    page.open("div", "class", "charts");
    HistoryChart.line(
        new HistoryChart.Head(anchor + "-score", "Score", List.of("share"), List.of()),
        columns(
            id,
            role -> role.total().applicable() ? List.of(role.total().permille()) : List.of(),
            role -> role.total().text()),
        page);
    HistoryChart.bars(
        new HistoryChart.Head(
            anchor + "-rivals",
            "Rivals",
            List.of("alive", "idle"),
            List.of("used by production code", "others")),
        columns(
            id,
            role -> List.of(role.liveRivals(), role.allRivals() - role.liveRivals()),
            HistoryWords::rivals),
        page);
    HistoryChart.bars(
        new HistoryChart.Head(
            anchor + "-uses",
            "Uses",
            List.of("fine", "alive"),
            List.of("reach the canonical or a shim in time", "others")),
        columns(
            id,
            role -> List.of(role.uses().compliant(), role.uses().sites() - role.uses().compliant()),
            HistoryWords::uses),
        page);
    HistoryChart.bars(
        new HistoryChart.Head(
            anchor + "-shims", "Callers of its shims", List.of("shim"), List.of("callers")),
        columns(id, role -> List.of(role.callers()), HistoryWords::shims),
        page);
    page.close();
    numbers(id);
    page.close();
  }

  private List<HistoryChart.Column> columns(
      String id, Function<RolePoint, List<Integer>> values, Function<RolePoint, String> words) {
    List<HistoryChart.Column> columns = new ArrayList<>();
    for (HistoryPoint point : history.points()) {
      String day = point.commit().day().isEmpty() ? "earlier" : point.commit().day();
      Optional<RolePoint> role = point.role(id).filter(RolePoint::isJudged);
      columns.add(
          role.map(
                  one ->
                      new HistoryChart.Column(
                          day, values.apply(one), words.apply(one), HistoryWords.unknown(point)))
              .orElseGet(() -> new HistoryChart.Column(day, List.of(), "not known", "")));
    }
    return columns;
  }

  private void numbers(String id) {
    page.open("details", "class", "words").element("summary", "The charts in numbers");
    HtmlTable table =
        HtmlTable.open(
            page, "Numbers of " + id, "Commit", "Day", "Score", "Rivals", "Shims", "Uses", "Note");
    for (HistoryPoint point : history.points()) {
      String commit = Phrases.quoted(point.commit().shortId());
      table.row(HistoryWords.row(commit, point, id).toArray(String[]::new));
    }
    table.close();
    page.close();
  }

  private void events() {
    page.open("section", "id", "events", "aria-labelledby", "events-title");
    page.element("h2", "What became of rivals", "id", "events-title");
    if (events.isEmpty()) {
      page.element("p", "Nothing that was looked at changed who is a rival.");
    } else {
      head("Events", "Day", "What", "Rival", "Role", "Seen in", "Last change of its file");
      for (HistoryWords.Event event : events) {
        page.open("tr").element("td", event.commit().day(), "class", "figure");
        page.open("td").element("span", event.what(), "class", "tag " + tone(event.kind())).close();
        page.open("td").element("code", event.name()).close();
        page.element("td", event.role(), "class", "figure");
        page.open("td").element("code", event.commit().shortId());
        page.element("span", event.not(), "class", "place").close();
        change(event.change());
        page.close();
      }
      page.close().close().close();
    }
    page.close();
  }

  private static String tone(String kind) {
    return switch (kind) {
      case "appeared", "again" -> "warning";
      case "resurrected" -> "error";
      default -> "note";
    };
  }

  private void head(String caption, String... heads) {
    HtmlTable.open(page, caption, heads);
  }

  private void change(LastChange change) {
    page.open("td");
    if (change.isKnown()) {
      page.text(change.commit().author() + ", " + change.commit().day() + ", ");
      page.element("code", change.commit().shortId());
      page.element("span", change.commit().subject(), "class", "place");
    } else {
      page.text("not known: " + change.unknown());
    }
    page.close();
  }

  private void rivals() {
    page.open("section", "id", "rivals", "aria-labelledby", "rivals-title");
    page.element("h2", "Rivals", "id", "rivals-title");
    if (history.rivals().isEmpty()) {
      page.element("p", "No point that was scanned has a rival.");
    } else {
      head("Rivals", "Rival", "Role", "State", "Since", "First seen", "Last change of its file");
      history.rivals().forEach(this::rival);
      page.close().close().close();
    }
    page.close();
  }

  private void rival(RivalLife life) {
    RivalStay latest = life.latest();
    page.open("tr").open("td").element("code", life.name());
    page.element("span", latest.last().path(), "class", "place");
    for (String former : HistoryWords.formerNames(life)) {
      page.element("span", "formerly " + former, "class", "place");
    }
    page.close().element("td", life.role(), "class", "figure");
    page.open("td").text(life.isThere() ? life.liveness().words() : latest.end().kind().words());
    int back = life.resurrections().size();
    if (back > 0) {
      page.text(" ").element("span", "came back " + times(back), "class", "tag error");
    }
    page.close().element("td", HistoryWords.since(life));
    page.open("td").element("code", latest.first().commit().shortId());
    page.element("span", latest.first().commit().subject(), "class", "place").close();
    change(life.isThere() ? latest.last().touched() : latest.end().change());
    page.close();
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  private void shims() {
    page.open("section", "id", "shims", "aria-labelledby", "shims-title");
    page.element("h2", "Shims", "id", "shims-title");
    if (history.shims().isEmpty()) {
      page.element("p", "The last point that was scanned has no shim.");
    } else {
      page.element(
          "p",
          "A forecast is the line of least squares through the number of callers by day. Its slope"
              + " is given as a fraction; it says what happens if the pace of this period holds.");
      head("Shims", "Shim", "Until", "Callers", "First", "Forecast");
      for (ShimTrend shim : history.shims()) {
        String until = shim.terms().until().isEmpty() ? "no end date" : shim.terms().until();
        page.open("tr").open("td").element("code", shim.type().name()).close();
        page.element("td", until, "class", "figure");
        page.element("td", String.valueOf(shim.last().callers()));
        page.element("td", String.valueOf(shim.first().callers()));
        page.element("td", shim.forecast().text()).close();
      }
      page.close().close().close();
    }
    page.close();
  }

  private void commits() {
    page.open("section", "id", "commits", "aria-labelledby", "commits-title");
    page.element("h2", "Commits", "id", "commits-title");
    head("Commits", "Commit", "Day", "Author", "Subject", "Score of all roles");
    for (HistoryPoint point : history.points()) {
      page.open("tr").open("td", "class", "figure");
      page.element("code", point.commit().shortId()).close();
      page.element("td", point.commit().day(), "class", "figure");
      page.element("td", point.commit().author()).element("td", point.commit().subject());
      page.open("td");
      String unknown = HistoryWords.unknown(point);
      if (point.isJudged()) {
        page.text(point.score().text() + (unknown.isEmpty() ? "" : "; "));
      } else if (unknown.isEmpty()) {
        page.text("not known: the canonical of a role is missing");
      }
      page.prose(unknown).close().close();
    }
    page.close().close().close().close();
  }
}
