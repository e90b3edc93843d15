package dev.ssot.benchmarks.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a tab-separated file. Lines that are blank or begin with {@code #} are no rows.
 *
 * @param line starts at 1
 * @param cells never empty, without spaces around them
 */
record Row(Path file, int line, List<String> cells) {

  private static final Pattern TAB = Pattern.compile("\t");
  private static final Pattern CODEBASE = Pattern.compile("[a-z0-9]+([-._][a-z0-9]+)*");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  Row {
    cells = List.copyOf(cells);
  }

  /** All rows of a file, each with a cell for every one of {@code columns}. */
  static List<Row> read(Path file, List<String> columns) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(of(file, i + 1, line, columns));
      }
    }
    return rows;
  }

  private static Row of(Path file, int number, String line, List<String> columns) {
    List<String> cells = TAB.splitAsStream(line).map(String::strip).toList();
    if (cells.size() != columns.size() || line.endsWith("\t")) {
      throw new BadData(
          file,
          number,
          "it has %s cells instead of %s: %s"
              .formatted(TAB.split(line, -1).length, columns.size(), String.join(", ", columns)));
    }
    int empty = cells.indexOf("");
    if (empty >= 0) {
      throw new BadData(file, number, "the cell `%s` is empty".formatted(columns.get(empty)));
    }
    return new Row(file, number, cells);
  }

  String cell(int index) {
    return cells.get(index);
  }

  /** A cell that is a name of lower-case words with hyphens. */
  String kebab(int index, String what) {
    String text = cell(index);
    if (!KEBAB.matcher(text).matches()) {
      throw wrong("the %s `%s` is not in kebab-case".formatted(what, text));
    }
    return text;
  }

  /** A cell that is the name of a codebase: as kebab-case, with versions. */
  String codebase(int index) {
    String text = cell(index);
    if (!CODEBASE.matcher(text).matches()) {
      throw wrong("the codebase `%s` is not a name in lower case".formatted(text));
    }
    return text;
  }

  /** A cell that is one of the given words. */
  String oneOf(int index, String what, List<String> allowed) {
    String text = cell(index);
    if (!allowed.contains(text)) {
      throw wrong("the %s `%s` is none of %s".formatted(what, text, String.join(", ", allowed)));
    }
    return text;
  }

  BadData wrong(String cause) {
    return new BadData(file, line, cause);
  }
}
