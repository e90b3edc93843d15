package dev.ssot.reports;

import java.util.ArrayList;
import java.util.List;

/** A table that a strict parser of RFC 4180 takes. */
record CsvFile(List<List<String>> rows) {

  static CsvFile parse(String text) {
    List<List<String>> rows = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      List<String> row = new ArrayList<>();
      boolean more = true;
      while (more) {
        StringBuilder cell = new StringBuilder();
        at = text.charAt(at) == '"' ? quoted(text, at, cell) : plain(text, at, cell);
        row.add(cell.toString());
        more = text.charAt(at) == ',';
        at++;
      }
      if (text.charAt(at - 1) != '\r' || text.charAt(at) != '\n') {
        throw new IllegalStateException("A row ends in the wrong way at " + at);
      }
      at++;
      rows.add(row);
    }
    return new CsvFile(rows);
  }

  private static int quoted(String text, int start, StringBuilder cell) {
    int at = start + 1;
    while (true) {
      if (text.charAt(at) != '"') {
        cell.append(text.charAt(at));
      } else if (text.charAt(at + 1) == '"') {
        cell.append('"');
        at++;
      } else {
        return at + 1;
      }
      at++;
    }
  }

  private static int plain(String text, int start, StringBuilder cell) {
    int at = start;
    while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
      if (text.charAt(at) == '"' || text.charAt(at) == '\n') {
        throw new IllegalStateException("A cell needs quotes at " + at);
      }
      cell.append(text.charAt(at));
      at++;
    }
    return at;
  }

  /** The cells of one column, without its heading. */
  List<String> column(String name) {
    int column = rows.get(0).indexOf(name);
    return rows.stream().skip(1).map(row -> row.get(column)).toList();
  }
}
