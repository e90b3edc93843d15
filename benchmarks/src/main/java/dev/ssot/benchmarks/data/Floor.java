package dev.ssot.benchmarks.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A bound that a figure has to keep.
 *
 * @param key of the figure
 * @param lowest whether the figure must not be lower; otherwise it must not be higher
 */
public record Floor(String key, boolean lowest, double value) {

  private static final List<String> COLUMNS = List.of("figure", "bound", "value");

  /** The bounds of a file, in its order. */
  public static List<Floor> read(Path file) {
    List<Floor> floors = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Row row : Row.read(file, COLUMNS)) {
      Floor floor =
          new Floor(
              row.cell(0),
              row.oneOf(1, "bound", List.of("at-least", "at-most")).equals("at-least"),
              number(row));
      if (!keys.add(floor.key)) {
        throw row.wrong("the figure `%s` has a bound already".formatted(floor.key));
      }
      floors.add(floor);
    }
    return floors;
  }

  private static double number(Row row) {
    try {
      return Double.parseDouble(row.cell(2));
    } catch (NumberFormatException e) {
      throw row.wrong("`%s` is no number".formatted(row.cell(2)));
    }
  }

  /** Whether a value keeps the bound. */
  public boolean holds(double figure) {
    return lowest ? figure >= value : figure <= value;
  }
}
