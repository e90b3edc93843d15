package dev.ssot.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a title above and a remark below, which may be empty. */
public record Table(String title, List<String> head, List<List<String>> rows, String remark) {

  public Table {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /** The table in Markdown. */
  public String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("### " + title);
    lines.add("");
    lines.add(line(head));
    lines.add("|" + "---|".repeat(head.size()));
    rows.forEach(row -> lines.add(line(row)));
    if (!remark.isEmpty()) {
      lines.add("");
      lines.add(remark);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> cells) {
    return "| "
        + String.join(" | ", cells.stream().map(cell -> cell.replace("|", "\\|")).toList())
        + " |";
  }
}
