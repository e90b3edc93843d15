package dev.ssot.benchmarks.routers.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** One Markdown table in the making. Not safe for use by several threads. */
final class Table {

  private final StringBuilder text = new StringBuilder();

  Table(String title, List<String> columns) {
    text.append("**").append(title).append("**\n\n");
    row(columns);
    row(columns.stream().map(column -> column.equals(columns.get(0)) ? "---" : "---:").toList());
  }

  void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  String text() {
    return text + "\n";
  }

  /** A count with commas between the thousands. */
  static String whole(OptionalDouble value) {
    return said(value, "%,.0f");
  }

  static String tenths(OptionalDouble value) {
    return said(value, "%,.1f");
  }

  /** A ratio to two digits. */
  static String ratio(OptionalDouble value) {
    return said(value, "%.2f");
  }

  /** Microseconds as milliseconds. */
  static String millis(OptionalDouble micros) {
    return micros.isPresent() ? said(OptionalDouble.of(micros.getAsDouble() / 1_000), "%,.2f") : "";
  }

  private static String said(OptionalDouble value, String form) {
    return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "";
  }
}
