package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be changed in one file.
 *
 * @param moves qualified names of types, each with that of the type that is to be used instead
 * @param wildcards packages whose wildcard import is to go
 * @param constants literals that a constant is to stand for
 * @param removals qualified names of types whose declarations are to go
 */
public record RewriteOrder(
    SourceUnit unit,
    SortedMap<String, String> moves,
    Set<String> wildcards,
    List<ConstantUse> constants,
    Set<String> removals) {

  /**
   * A literal, and the constant of a type that is to stand there.
   *
   * @param form the type of the constant: {@code String}, {@code int} or {@code long}
   */
  public record ConstantUse(Region literal, String type, String constant, String form) {}

  public RewriteOrder {
    moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    wildcards = Set.copyOf(wildcards);
    constants = List.copyOf(constants);
    removals = Set.copyOf(removals);
  }

  /** An order to use other types. */
  public static RewriteOrder toMove(
      SourceUnit unit, Map<String, String> moves, Set<String> wildcards) {
    return new RewriteOrder(unit, new TreeMap<>(moves), wildcards, List.of(), Set.of());
  }
}
