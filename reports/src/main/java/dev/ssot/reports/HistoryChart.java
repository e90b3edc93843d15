package dev.ssot.reports;

import java.util.List;
import java.util.Locale;

/**
 * A chart with a column for each point of a history, all equally wide.
 *
 * <p>A column of which nothing is known is a grey one with a question mark, and never zero; one of
 * which not all is known has an exclamation mark.
 */
final class HistoryChart {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 190;
  private static final int LEFT = 44;
  private static final int RIGHT = 10;
  private static final int TOP = 14;
  private static final int BOTTOM = 26;
  private static final double FILLED = 0.7;

  /**
   * A point.
   *
   * @param label what it is, for who points at it
   * @param values one above the other; none where nothing is known
   * @param words the values in words
   * @param doubt what of it is not known, or the empty string
   */
  record Column(String label, List<Integer> values, String words, String doubt) {

    Column {
      values = List.copyOf(values);
    }

    boolean isKnown() {
      return !values.isEmpty();
    }

    String text() {
      return label + ": " + words + (doubt.isEmpty() ? "" : "; " + doubt);
    }

    int total() {
      return values.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * Whose values are shown.
   *
   * @param id for links within the page
   * @param kinds a word for markup for each value of a column
   * @param legend what each of them is
   */
  record Head(String id, String title, List<String> kinds, List<String> legend) {

    Head {
      kinds = List.copyOf(kinds);
      legend = List.copyOf(legend);
    }
  }

  private final Head head;
  private final List<Column> columns;
  private final int most;
  private final String unit;
  private final HtmlPage page;

  private HistoryChart(Head head, List<Column> columns, int most, String unit, HtmlPage page) {
    this.head = head;
    this.columns = List.copyOf(columns);
    this.most = most;
    this.unit = unit;
    this.page = page;
  }

  /** Draws bars. */
  static void bars(Head head, List<Column> columns, HtmlPage page) {
    int most = columns.stream().mapToInt(Column::total).max().orElse(0);
    if (most == 0) {
      page.open("figure", "class", "chart").open("figcaption").element("strong", head.title());
      page.text(": none at any point that is known.").close().close();
      return;
    }
    new HistoryChart(head, columns, round(most), "", page).write(false);
  }

  /** Draws a line of values in tenths of a percent. */
  static void line(Head head, List<Column> columns, HtmlPage page) {
    new HistoryChart(head, columns, 1_000, " %", page).write(true);
  }

  /** An even number, so that there is a whole one in the middle of the axis. */
  private static int round(int most) {
    return Math.max(2, most + most % 2);
  }

  private void write(boolean line) {
    page.open("figure", "class", "chart");
    page.open("figcaption").element("strong", head.title());
    for (int i = 0; i < head.legend().size(); i++) {
      page.text(" ").open("span", "class", "key " + head.kinds().get(i));
      page.text(head.legend().get(i)).close();
    }
    page.close();
    String title = head.id() + "-title";
    HtmlTable.region(page, head.title());
    page.open(
        "svg",
        "class",
        "series",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "role",
        "img",
        "aria-labelledby",
        title);
    page.element("title", summary(), "id", title);
    axis();
    for (int i = 0; i < columns.size(); i++) {
      column(i, line);
    }
    if (line) {
      path();
    }
    days();
    page.close().close().close();
  }

  private String summary() {
    List<Column> known = columns.stream().filter(Column::isKnown).toList();
    if (known.isEmpty()) {
      return head.title() + ": nothing is known";
    }
    Column first = known.get(0);
    Column last = known.get(known.size() - 1);
    int unknown = columns.size() - known.size();
    return "%s: %s at %s, %s at %s%s; all numbers follow in a table"
        .formatted(
            head.title(),
            first.words(),
            first.label(),
            last.words(),
            last.label(),
            unknown == 0 ? "" : ", not known at " + Phrases.count(unknown, "point"));
  }

  private void axis() {
    for (int step = 0; step <= 2; step++) {
      int value = most * step / 2;
      String y = number(height(value));
      page.open(
          "line", "class", "grid", "x1", "" + LEFT, "x2", "" + (WIDTH - RIGHT), "y1", y, "y2", y);
      String shown = unit.isEmpty() ? "" + value : value / 10 + unit;
      page.element(
          "text",
          shown,
          "class",
          "tick",
          "x",
          "" + (LEFT - 6),
          "y",
          number(height(value) + 4),
          "text-anchor",
          "end");
    }
  }

  private void column(int place, boolean line) {
    Column column = columns.get(place);
    double wide = step() * FILLED;
    double left = middle(place) - wide / 2;
    page.open("g").element("title", column.text());
    if (!column.doubt().isEmpty()) {
      mark("!", place, TOP - 3);
    }
    if (!column.isKnown()) {
      rect("gap", left, TOP, wide, HEIGHT - BOTTOM - TOP);
      mark("?", place, (HEIGHT - BOTTOM + TOP) / 2.0);
    } else if (line) {
      page.open(
          "circle",
          "class",
          head.kinds().get(0),
          "cx",
          number(middle(place)),
          "cy",
          number(height(column.total())),
          "r",
          "3.5");
    } else {
      int sum = 0;
      for (int i = 0; i < column.values().size(); i++) {
        int value = column.values().get(i);
        double top = height(sum + value);
        rect(head.kinds().get(i), left, top, wide, height(sum) - top);
        sum += value;
      }
    }
    page.close();
  }

  private void mark(String sign, int place, double y) {
    page.element(
        "text",
        sign,
        "class",
        "tick",
        "x",
        number(middle(place)),
        "y",
        number(y),
        "text-anchor",
        "middle");
  }

  private void rect(String kind, double x, double y, double width, double height) {
    if (height > 0) {
      page.open(
          "rect",
          "class",
          kind,
          "x",
          number(x),
          "y",
          number(y),
          "width",
          number(width),
          "height",
          number(height));
    }
  }

  /** The line, with a gap where nothing is known. */
  private void path() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= columns.size(); i++) {
      if (i < columns.size() && columns.get(i).isKnown()) {
        points.append(number(middle(i))).append(',');
        points.append(number(height(columns.get(i).total()))).append(' ');
      } else if (!points.isEmpty()) {
        page.open("polyline", "class", head.kinds().get(0), "points", points.toString().strip());
        points.setLength(0);
      }
    }
  }

  /** The first and the last day. */
  private void days() {
    day(0, LEFT, "start");
    if (columns.size() > 1) {
      day(columns.size() - 1, WIDTH - RIGHT, "end");
    }
  }

  private void day(int place, int x, String anchor) {
    page.element(
        "text",
        columns.get(place).label(),
        "class",
        "tick",
        "x",
        "" + x,
        "y",
        "" + (HEIGHT - 8),
        "text-anchor",
        anchor);
  }

  private double step() {
    return (double) (WIDTH - LEFT - RIGHT) / columns.size();
  }

  private double middle(int place) {
    return LEFT + step() * (place + 0.5);
  }

  private double height(int value) {
    return HEIGHT - BOTTOM - (double) value * (HEIGHT - BOTTOM - TOP) / most;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
