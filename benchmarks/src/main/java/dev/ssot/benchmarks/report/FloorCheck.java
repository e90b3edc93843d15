package dev.ssot.benchmarks.report;

import dev.ssot.benchmarks.data.Floor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the figures of a run against their bounds.
 *
 * <p>A bound applies to a run that measured its scope and kind, such as {@code scored.ranking}; a
 * figure that is missing then, or that nothing was counted for, fails.
 */
public final class FloorCheck {

  private final List<String> failures = new ArrayList<>();
  private final int applied;
  private final int all;

  /** Checks at once. */
  public FloorCheck(Results results, List<Floor> floors) {
    Set<String> measured =
        results.figures().keySet().stream().map(FloorCheck::kind).collect(Collectors.toSet());
    List<Floor> applying =
        floors.stream().filter(floor -> measured.contains(kind(floor.key()))).toList();
    this.applied = applying.size();
    this.all = floors.size();
    applying.forEach(floor -> check(floor, results));
    if (applied == 0) {
      failures.add("no bound applies to what was measured");
    }
  }

  private static String kind(String key) {
    String[] words = key.split("\\.", 3);
    return words.length < 2 ? key : words[0] + "." + words[1];
  }

  private void check(Floor floor, Results results) {
    Figure figure = results.figures().get(floor.key());
    if (figure == null || figure.count() == 0) {
      failures.add("%s: nothing was measured".formatted(floor.key()));
    } else if (!floor.holds(figure.value())) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s: %.4f, but it must be %s %.4f",
              floor.key(),
              figure.value(),
              floor.lowest() ? "at least" : "at most",
              floor.value()));
    }
  }

  /** One line for every bound that does not hold. */
  public List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** How many bounds were checked and how many of them hold. */
  public String summary() {
    return "%s of %s bounds apply, %s of them do not hold".formatted(applied, all, failures.size());
  }
}
