package dev.ssot.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * A Markdown document of bounded length, made of blocks that are taken whole or not at all.
 *
 * <p>So a document that is too long ends after a block, and never within a table, a fence or an
 * element.
 */
final class MarkdownDocument {

  private final StringBuilder text = new StringBuilder();
  private final int most;

  /**
   * @param most characters, in units of UTF-16
   */
  MarkdownDocument(int most) {
    this.most = most;
  }

  /** Adds lines as a block of its own, if there is room; answers whether there was. */
  boolean add(List<String> lines) {
    return append((text.isEmpty() ? "" : "\n") + String.join("\n", lines) + "\n");
  }

  /** Adds a heading or a paragraph, if there is room. */
  boolean add(String line) {
    return add(List.of(line));
  }

  private boolean more(String line) {
    return append(line + "\n");
  }

  /** Adds a table; see {@link #table(String, List)}. */
  int table(List<List<String>> cells) {
    return table("", cells);
  }

  /**
   * Adds a table below a heading as far as there is room for its rows, and nothing if there is none
   * for the first; answers for how many there was.
   *
   * @param title the heading, or the empty string for none
   * @param cells rows of Markdown, the names of the columns first
   */
  int table(String title, List<List<String>> cells) {
    if (cells.size() < 2) {
      return 0;
    }
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
      lines.add("");
    }
    lines.add(row(cells.get(0)));
    lines.add("|---".repeat(cells.get(0).size()) + "|");
    lines.add(row(cells.get(1)));
    if (!add(lines)) {
      return 0;
    }
    int rows = 1;
    while (rows + 1 < cells.size() && more(row(cells.get(rows + 1)))) {
      rows++;
    }
    return rows;
  }

  static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private boolean append(String block) {
    if (text.length() + block.length() > most) {
      return false;
    }
    text.append(block);
    return true;
  }

  /** What was taken so far. */
  String text() {
    return text.toString();
  }
}
