package dev.ssot.benchmarks.routers.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Named figures of one server, in the order in which they were measured. One thread's. */
public final class Figures {

  private final Map<String, Double> values = new LinkedHashMap<>();

  /** Adds a figure; a name that has one already keeps the new one. */
  public void put(String name, double value) {
    values.put(name, value);
  }

  /** What was wrong in a trial. */
  void put(String trial, Faults faults) {
    put(trial + ".lost", (double) faults.lost());
    put(trial + ".duplicates", (double) faults.duplicates());
    put(trial + ".reordered", (double) faults.reordered());
    put(trial + ".refused", (double) faults.refused());
  }

  /** All of them. */
  public Map<String, Double> values() {
    return Collections.unmodifiableMap(values);
  }

  /** A line for each: name, tabulator, value. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (name, value) -> lines.append(String.format(Locale.ROOT, "%s\t%.3f%n", name, value)));
    return lines.toString();
  }
}
