package dev.ssot.benchmarks.baseline;

import dev.ssot.rules.codebase.Codebase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes types for rivals of whose method names half is common to both (Jaccard index). */
public final class MethodNames extends Scorer {

  private static final double HALF = 0.5;

  private final List<Set<String>> names;

  public MethodNames(Codebase codebase) {
    super("method-names", codebase, HALF);
    this.names =
        codebase.types().stream()
            .map(
                entry ->
                    entry.type().methods().stream()
                        .filter(method -> !method.isConstructor())
                        .map(method -> method.name())
                        .collect(Collectors.toUnmodifiableSet()))
            .toList();
  }

  @Override
  double score(int one, int other) {
    Set<String> left = names.get(one);
    Set<String> right = names.get(other);
    long common =
        left.size() < right.size()
            ? left.stream().filter(right::contains).count()
            : right.stream().filter(left::contains).count();
    long all = left.size() + right.size() - common;
    return all == 0 ? 0 : (double) common / all;
  }
}
