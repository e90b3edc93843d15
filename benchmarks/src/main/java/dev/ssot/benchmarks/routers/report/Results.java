package dev.ssot.benchmarks.routers.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of every server, by its name and theirs. */
public record Results(Map<String, Map<String, Double>> figures) {

  public Results {
    Map<String, Map<String, Double>> copy = new LinkedHashMap<>();
    figures.forEach(
        (server, own) -> copy.put(server, Collections.unmodifiableMap(new LinkedHashMap<>(own))));
    figures = Collections.unmodifiableMap(copy);
  }

  /** The figures in lines of name, tabulator, value. */
  public static Map<String, Double> parse(String lines) {
    Map<String, Double> parsed = new LinkedHashMap<>();
    for (String line : lines.lines().toList()) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IllegalArgumentException("`%s` is no name, tabulator, value".formatted(line));
      }
      parsed.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
    }
    return parsed;
  }

  OptionalDouble of(String server, String figure) {
    Double value = figures.getOrDefault(server, Map.of()).get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** One server's figure by another's; empty if one is missing or zero. */
  OptionalDouble ratio(String server, String other, String figure) {
    OptionalDouble one = of(server, figure);
    OptionalDouble two = of(other, figure);
    return one.isPresent() && two.isPresent() && two.getAsDouble() > 0
        ? OptionalDouble.of(one.getAsDouble() / two.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The servers that have this figure. */
  List<String> having(String figure) {
    List<String> servers = new ArrayList<>();
    figures.forEach(
        (server, own) -> {
          if (own.containsKey(figure)) {
            servers.add(server);
          }
        });
    return servers;
  }
}
