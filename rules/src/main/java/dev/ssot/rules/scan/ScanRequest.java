package dev.ssot.rules.scan;

import dev.ssot.rules.model.Policy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What to scan and how.
 *
 * @param base absolute folder that paths in the result are relative to
 * @param paths absolute files and folders to read, at or below {@code base}
 * @param rules ids of the rules to run; empty means all
 * @param threads how many files are read at once, at least 1; the result does not depend on it
 * @param today the day on which the scan takes place, for what has an end date; a scan reads no
 *     clock
 */
public record ScanRequest(
    Path base, List<Path> paths, Policy policy, Set<String> rules, int threads, LocalDate today) {

  public ScanRequest {
    paths = List.copyOf(paths);
    rules = Set.copyOf(rules);
    if (threads < 1) {
      throw new IllegalArgumentException("At least one thread is needed, not " + threads);
    }
  }
}
