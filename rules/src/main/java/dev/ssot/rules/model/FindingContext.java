package dev.ssot.rules.model;

import java.util.List;

/**
 * What lies around the findings of a scan and is no part of its judgement.
 *
 * @param excerpts the code that findings point at, sorted, none overlapping another; empty where
 *     nobody asked for it
 * @param owners of files that findings point at, sorted; only files that somebody owns
 */
public record FindingContext(List<Excerpt> excerpts, List<Ownership> owners) {

  public FindingContext {
    excerpts = excerpts.stream().sorted().toList();
    owners = owners.stream().sorted().toList();
  }

  /** Nothing is known. */
  public static FindingContext none() {
    return new FindingContext(List.of(), List.of());
  }

  /** The same with other code. */
  public FindingContext withExcerpts(List<Excerpt> others) {
    return new FindingContext(others, owners);
  }

  /** The same with other owners. */
  public FindingContext withOwners(List<Ownership> others) {
    return new FindingContext(excerpts, others);
  }
}
