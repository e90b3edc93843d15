package dev.ssot.rules.codebase.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import dev.ssot.rules.model.Region;

/** Turns JavaParser's ranges, whose end is inclusive, into regions. */
final class Regions {

  private Regions() {}

  static Region of(Node node) {
    return node.getRange().map(Regions::of).orElseGet(Region::start);
  }

  /** The region of a name alone: the parser counts brackets behind it to it. */
  static Region of(SimpleName name) {
    Region whole = of((Node) name);
    int end = whole.column() + name.getIdentifier().length();
    return new Region(whole.line(), whole.column(), whole.line(), end);
  }

  /** Whether two nodes are the same one; nodes that are equal have the same text. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isSame(Node one, Node other) {
    return one == other;
  }

  private static Region of(Range range) {
    return new Region(
        Math.max(1, range.begin.line),
        Math.max(1, range.begin.column),
        Math.max(1, range.end.line),
        Math.max(1, range.end.column + 1));
  }
}
