package dev.ssot.reports;

import java.util.ArrayList;
import java.util.List;

/** Rows whose cells start in the same column, so far as characters are equally wide. */
final class ConsoleTable {

  /** A cell wider than this does not push the others of its column to the right. */
  private static final int WIDEST = 60;

  private final List<List<String>> rows = new ArrayList<>();

  void row(List<String> cells) {
    rows.add(cells.stream().map(VisibleText::of).toList());
  }

  void write(ConsolePage page, int depth) {
    List<Integer> widths = widths();
    for (List<String> row : rows) {
      page.line(depth, joined(row, widths));
    }
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int width = Math.min(WIDEST, width(row.get(column)));
        if (column == widths.size()) {
          widths.add(width);
        } else {
          widths.set(column, Math.max(widths.get(column), width));
        }
      }
    }
    return widths;
  }

  private static String joined(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(column == 0 ? "" : " ").append(cell);
      if (column < row.size() - 1) {
        line.append(" ".repeat(Math.max(0, widths.get(column) - width(cell))));
      }
    }
    return line.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
