package dev.ssot.rules.codebase.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.ValueFacts;
import dev.ssot.rules.codebase.tokens.Excerpt;
import java.util.Comparator;
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
    tree.walk(
        node ->
            node.getRange()
                .ifPresent(
                    range ->
                        node.setRange(
                            new Range(moved(range.begin, excerpt), moved(range.end, excerpt)))));
    return read(tree);
  }

  private static Position moved(Position position, Excerpt excerpt) {
    return new Position(excerpt.lineOf(position.line), position.column);
  }

  ValueFacts read(CompilationUnit tree) {
    BranchReader branches = new BranchReader(interner, places);
    ConstantReader constants = new ConstantReader(interner, places, tree);
    LiteralReader literals = new LiteralReader(interner, places);
    tree.walk(
        node -> {
          branches.visit(node);
          constants.visit(node);
          literals.visit(node);
        });
    return new ValueFacts(
        sorted(branches.result(), Comparator.comparing(BranchFact::region)),
        sorted(constants.result(), Comparator.comparing(ConstantFact::region)),
        sorted(literals.result(), Comparator.comparing(LiteralFact::region)));
  }

  private static <T> List<T> sorted(List<T> facts, Comparator<T> order) {
    return facts.stream().sorted(order).toList();
  }
}
