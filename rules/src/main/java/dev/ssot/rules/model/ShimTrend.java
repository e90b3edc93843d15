package dev.ssot.rules.model;

import java.util.List;

/**
 * A shim of the last point, and how many use it over time.
 *
 * @param canonical qualified name of the type that it forwards to, or the empty string
 * @param counts how many use it, at each point that shows it and was understood in full
 */
public record ShimTrend(
    TypeRef type, String canonical, ShimTerms terms, List<Count> counts, Forecast forecast) {

  public ShimTrend {
    counts = List.copyOf(counts);
  }

  /** The earliest count. */
  public Count first() {
    return counts.get(0);
  }

  /** The latest count. */
  public Count last() {
    return counts.get(counts.size() - 1);
  }

  /** How many types and services use a shim at a commit. */
  public record Count(CommitRef commit, int callers) {}
}
