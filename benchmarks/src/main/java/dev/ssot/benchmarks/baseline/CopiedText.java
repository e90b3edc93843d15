package dev.ssot.benchmarks.baseline;

import dev.ssot.rules.codebase.Codebase;
import java.util.List;
import java.util.Map;

/**
 * Takes types for rivals whose files share a duplication that PMD's copy-paste detector (CPD)
 * reports; the more tokens are shared, the likelier. Only the first type of a file counts.
 */
public final class CopiedText extends Scorer {

  private final Map<String, Map<String, Integer>> shared;
  private final List<String> paths;

  /**
   * Copied text.
   *
   * @param shared tokens that two files share, by both paths
   */
  public CopiedText(String name, Codebase codebase, Map<String, Map<String, Integer>> shared) {
    super(name, codebase, 1);
    this.shared = Map.copyOf(shared);
    this.paths =
        codebase.types().stream()
            .map(entry -> entry.unit().firstType().equals(entry.name()) ? entry.unit().path() : "")
            .toList();
  }

  @Override
  double score(int one, int other) {
    return shared.getOrDefault(paths.get(one), Map.of()).getOrDefault(paths.get(other), 0);
  }
}
