package dev.ssot.benchmarks.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the figures and tables of a run, in the order in which they are measured. */
public final class Results {

  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();

  /** Adds how many of all, and returns it. */
  public Figure add(String key, long part, long all) {
    return add(new Figure(key, (double) part, all));
  }

  /** Adds a figure and returns it. */
  public Figure add(Figure figure) {
    if (figures.put(figure.key(), figure) != null) {
      throw new IllegalArgumentException(
          "The figure `%s` was measured twice".formatted(figure.key()));
    }
    return figure;
  }

  public void add(Table table) {
    tables.add(table);
  }

  /** By key. */
  public Map<String, Figure> figures() {
    return Collections.unmodifiableMap(figures);
  }

  /** The figure of a key that was measured. */
  public Figure figure(String key) {
    Figure figure = figures.get(key);
    if (figure == null) {
      throw new IllegalArgumentException("The figure `%s` was not measured".formatted(key));
    }
    return figure;
  }

  public List<Table> tables() {
    return Collections.unmodifiableList(tables);
  }
}
