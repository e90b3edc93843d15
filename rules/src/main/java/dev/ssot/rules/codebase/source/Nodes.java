package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;

/** Tells nodes of a tree apart. */
final class Nodes {

  private Nodes() {}

  /** Whether two are one node, where {@code equals} would compare the code that they stand for. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }
}
