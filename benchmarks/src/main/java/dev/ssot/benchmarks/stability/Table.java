package dev.ssot.benchmarks.stability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of a file whose columns are separated by tabs; lines that begin with # are none. */
final class Table {

  private Table() {}

  static List<List<String>> rows(Path file, int columns) {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t", -1)))
          .map(row -> checked(row, columns, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> checked(List<String> row, int columns, Path file) {
    if (row.size() != columns) {
      throw new IllegalArgumentException(
          "%s: `%s` has %s columns and not %s"
              .formatted(file, String.join(" ", row), row.size(), columns));
    }
    return row;
  }
}
