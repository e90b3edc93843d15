package dev.ssot.reports;

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

  /** Adds a line to the block before, if there is room. */
  boolean more(String line) {
    return append(line + "\n");
  }

  /**
   * Adds a table as far as there is room for its rows; answers for how many there was.
   *
   * @param cells rows of Markdown, the heading first
   */
  int table(List<List<String>> cells) {
    String heading = row(cells.get(0)) + "\n" + "|---".repeat(cells.get(0).size()) + "|";
    if (cells.size() < 2 || !add(List.of(heading, row(cells.get(1))))) {
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
