package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.codebase.tokens.Excerpt;
import dev.ssot.rules.model.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Reads the values of one file: what it branches over, declares and writes out. */
final class ValueReader {

  private final Interner interner;
  private final Places places;

  ValueReader(Interner interner, String packageName) {
    this.interner = interner;
    this.places = new Places(interner, packageName);
  }

  /** Reads the values of a file whose tree is that of an excerpt. */
  ValueFacts read(CompilationUnit tree, Excerpt excerpt) {
    return read(tree).at(region -> moved(region, excerpt));
  }

  private static Region moved(Region region, Excerpt excerpt) {
    return new Region(
        excerpt.lineOf(region.line()),
        region.column(),
        excerpt.lineOf(region.endLine()),
        region.endColumn());
  }

  ValueFacts read(CompilationUnit tree) {
    List<Node> nodes = nodes(tree);
    BranchReader branches = new BranchReader(interner, places);
    ConstantReader constants = new ConstantReader(interner, places, nodes);
    LiteralReader literals = new LiteralReader(interner, places);
    for (Node node : nodes) {
      branches.visit(node);
      constants.visit(node);
      literals.visit(node);
    }
    return new ValueFacts(
        sorted(branches.result(), Comparator.comparing(BranchFact::region)),
        sorted(constants.result(), Comparator.comparing(ConstantFact::region)),
        sorted(literals.result(), Comparator.comparing(LiteralFact::region)));
  }

  /** All nodes in the order of their places; the parser's own walk copies the children of each. */
  private static List<Node> nodes(CompilationUnit tree) {
    List<Node> nodes = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Node node = open.pop();
      nodes.add(node);
      List<Node> children = node.getChildNodes();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return nodes;
  }

  private static <T> List<T> sorted(List<T> facts, Comparator<T> order) {
    return facts.stream().sorted(order).toList();
  }
}
