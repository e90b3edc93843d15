package dev.ssot.rules.scan;

import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.SlashedPaths;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to scan and how.
 *
 * @param base absolute folder that paths in the result are relative to
 * @param paths absolute files and folders to read, at or below {@code base}
 * @param rules ids of the rules to run; empty means all
 * @param grounds what findings are accepted by, besides suppressions
 * @param threads how many files are read at once, at least 1; the result does not depend on it
 * @param overlay what is to be read in place of files on disk
 * @param classes which class files to read
 * @param cache the facts of earlier scans; the result does not depend on it
 */
public record ScanRequest(
    Path base,
    List<Path> paths,
    Policy policy,
    Set<String> rules,
    Grounds grounds,
    int threads,
    Overlay overlay,
    ClassSelection classes,
    ScanCache cache) {

  public ScanRequest {
    paths = List.copyOf(paths);
    rules = Set.copyOf(rules);
    if (threads < 1) {
      throw new IllegalArgumentException("At least one thread is needed, not " + threads);
    }
  }

  /** What to scan as it is on disk, with the class files that lie beside the sources. */
  public ScanRequest(
      Path base, List<Path> paths, Policy policy, Set<String> rules, Grounds grounds, int threads) {
    this(
        base,
        paths,
        policy,
        rules,
        grounds,
        threads,
        Overlay.none(),
        ClassSelection.besideSources(),
        ScanCache.none());
  }

  /** The same request with other files in place of those on disk. */
  public ScanRequest with(Overlay other) {
    return new ScanRequest(base, paths, policy, rules, grounds, threads, other, classes, cache);
  }

  /** The same request with another policy. */
  public ScanRequest with(Policy other) {
    return new ScanRequest(base, paths, other, rules, grounds, threads, overlay, classes, cache);
  }

  /** The same request with other class files. */
  public ScanRequest with(ClassSelection other) {
    return new ScanRequest(base, paths, policy, rules, grounds, threads, overlay, other, cache);
  }

  /** The same request with the facts of earlier scans. */
  public ScanRequest with(ScanCache facts) {
    return new ScanRequest(base, paths, policy, rules, grounds, threads, overlay, classes, facts);
  }

  /** Whether everything below the base is scanned. */
  boolean isWhole() {
    return paths.contains(base);
  }

  /**
   * Whether a file lies in what is scanned; the policy always does.
   *
   * @param path relative to the base
   */
  boolean covers(String path) {
    return path.equals(policy.path())
        || paths.stream()
            .map(scanned -> SlashedPaths.of(base.relativize(scanned)))
            .anyMatch(
                scanned ->
                    scanned.isEmpty() || path.equals(scanned) || path.startsWith(scanned + "/"));
  }
}
