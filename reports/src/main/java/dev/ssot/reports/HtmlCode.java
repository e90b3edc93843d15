package dev.ssot.reports;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a report: excerpts by place, and two members line by line beside each other.
 *
 * <p>Lines are paired by their shape, which is what is left when all words are taken for the same,
 * so that a renamed copy lies beside its original; within a pair the words that differ are marked.
 * The same lines of a canonical stand beside each of its rivals, so that the rows of a whole report
 * are bounded as well.
 */
final class HtmlCode {

  private static final int MOST_ROWS = 20_000;
  private static final int MOST_ROWS_OF_A_PAIR = 80;
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
  private static final String TAB = "    ";

  private final Map<String, TreeMap<Integer, Excerpt>> excerpts = new HashMap<>();
  private int room = MOST_ROWS;

  HtmlCode(List<Excerpt> all) {
    for (Excerpt excerpt : all) {
      excerpts
          .computeIfAbsent(excerpt.path(), path -> new TreeMap<>())
          .put(excerpt.line(), excerpt);
    }
  }

  /** A line of code with its number. */
  private record Line(int number, String text) {

    static final Line NONE = new Line(0, "");

    boolean isThere() {
      return number > 0;
    }

    String shape() {
      return WORD.matcher(text.strip()).replaceAll("w");
    }
  }

  /** Whether there is any code at all. */
  boolean isThere() {
    return !excerpts.isEmpty();
  }

  /** Writes the lines around a place, that of the place marked; nothing where there are none. */
  void around(Location place, HtmlPage page) {
    Optional<Excerpt> excerpt = excerpt(place.path(), place.region().line());
    if (excerpt.isEmpty() || room <= 0) {
      return;
    }
    int first = Math.max(excerpt.get().line(), place.region().line() - 1);
    int last = Math.min(excerpt.get().lastLine(), place.region().line() + 1);
    List<Line> lines = lines(place.path(), new Region(first, 1, last, 1));
    room -= lines.size();
    HtmlTable.region(page, "Code of " + place.pathAndLine());
    page.open("table", "class", "code one").open("tbody");
    for (Line line : lines) {
      boolean meant = line.number() == place.region().line();
      page.open("tr", "class", meant ? "meant" : "plain");
      page.element("td", String.valueOf(line.number()), "class", "n");
      page.element("td", line.text(), "class", "c").close();
    }
    page.close().close().close();
  }

  /** Whether the code of a member is at hand and the report has room for it. */
  boolean has(String path, MemberRef member) {
    return room > 0 && excerpt(path, member.region().line()).isPresent();
  }

  /** Writes the code of one member. */
  void member(String path, MemberRef member, HtmlPage page) {
    List<Line> lines = lines(path, member.region());
    room -= lines.size();
    HtmlTable.region(page, "Code of " + member.signature());
    page.open("table", "class", "code one").open("tbody");
    for (Line line : lines) {
      page.open("tr").element("td", String.valueOf(line.number()), "class", "n");
      page.element("td", line.text(), "class", "c").close();
    }
    page.close().close().close();
  }

  /** Writes two members beside each other. */
  void pair(String leftPath, MemberRef left, String rightPath, MemberRef right, HtmlPage page) {
    HtmlTable.region(page, "Code of %s beside %s".formatted(left.signature(), right.signature()));
    page.open("table", "class", "code two").open("colgroup");
    for (String column : List.of("n", "c", "sign", "n", "c")) {
      page.open("col", "class", column);
    }
    page.close().open("thead").open("tr");
    page.element("th", leftPath, "colspan", "2", "scope", "colgroup");
    page.open("th", "class", "sign", "scope", "col").element("span", "differs", "class", "sr");
    page.close();
    page.element("th", rightPath, "colspan", "2", "scope", "colgroup").close().close();
    page.open("tbody");
    List<Line[]> rows = rows(lines(leftPath, left.region()), lines(rightPath, right.region()));
    rows.stream().limit(MOST_ROWS_OF_A_PAIR).forEach(row -> row(row[0], row[1], page));
    room -= rows.size();
    page.close().close().close();
    if (rows.size() > MOST_ROWS_OF_A_PAIR) {
      page.element("p", Phrases.more(rows.size() - MOST_ROWS_OF_A_PAIR) + " lines");
    }
  }

  private static void row(Line left, Line right, HtmlPage page) {
    boolean same = left.isThere() && left.text().strip().equals(right.text().strip());
    page.open("tr", "class", same ? "same" : "differs");
    cell(left, right, page);
    page.element(
        "td", same ? "" : !left.isThere() ? "+" : !right.isThere() ? "−" : "≠", "class", "sign");
    cell(right, left, page);
    page.close();
  }

  private static void cell(Line line, Line other, HtmlPage page) {
    page.element("td", line.isThere() ? String.valueOf(line.number()) : "", "class", "n");
    page.open("td", "class", line.isThere() ? "c" : "c none");
    if (!line.isThere() || !other.isThere() || line.text().equals(other.text())) {
      page.text(line.text());
    } else {
      marked(line.text(), other.text(), page);
    }
    page.close();
  }

  /** Writes a line with the tokens marked that the other does not have in their place. */
  private static void marked(String text, String other, HtmlPage page) {
    List<String> own = tokens(text);
    boolean[] differs = new boolean[own.size()];
    for (AbstractDelta<String> delta : DiffUtils.diff(own, tokens(other)).getDeltas()) {
      int start = delta.getSource().getPosition();
      for (int i = start; i < start + delta.getSource().size(); i++) {
        differs[i] = !own.get(i).isBlank();
      }
    }
    for (int i = 0; i < own.size(); i++) {
      if (differs[i]) {
        page.element("mark", own.get(i));
      } else {
        page.text(own.get(i));
      }
    }
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }

  private static List<Line[]> rows(List<Line> left, List<Line> right) {
    List<Line[]> rows = new ArrayList<>();
    int l = 0;
    int r = 0;
    List<String> leftShapes = left.stream().map(Line::shape).toList();
    List<String> rightShapes = right.stream().map(Line::shape).toList();
    for (AbstractDelta<String> delta : DiffUtils.diff(leftShapes, rightShapes).getDeltas()) {
      while (l < delta.getSource().getPosition()) {
        rows.add(new Line[] {left.get(l++), right.get(r++)});
      }
      int leftEnd = l + delta.getSource().size();
      int rightEnd = r + delta.getTarget().size();
      while (l < leftEnd || r < rightEnd) {
        rows.add(
            new Line[] {
              l < leftEnd ? left.get(l++) : Line.NONE, r < rightEnd ? right.get(r++) : Line.NONE
            });
      }
    }
    while (l < left.size() && r < right.size()) {
      rows.add(new Line[] {left.get(l++), right.get(r++)});
    }
    return rows;
  }

  private List<Line> lines(String path, Region region) {
    List<Line> lines = new ArrayList<>();
    for (int number = region.line(); number <= region.endLine(); number++) {
      Optional<Excerpt> excerpt = excerpt(path, number);
      if (excerpt.isEmpty()) {
        break;
      }
      String text = excerpt.get().lines().get(number - excerpt.get().line());
      lines.add(new Line(number, text.replace("\t", TAB)));
    }
    return lines;
  }

  private Optional<Excerpt> excerpt(String path, int line) {
    return Optional.ofNullable(excerpts.get(path))
        .map(ofFile -> ofFile.floorEntry(line))
        .map(Map.Entry::getValue)
        .filter(excerpt -> excerpt.lastLine() >= line);
  }
}
