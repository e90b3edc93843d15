package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says in another way what a class does. */
interface Rewrite {

  /** Every kind of rewriting. */
  static List<Rewrite> all() {
    return List.of(
        new Loops(),
        new EarlyReturns(),
        new Branches(),
        new HelperMethods(),
        new CollectionTypes(),
        new Ternaries(),
        new Concatenations());
  }

  /** Rewrites wherever it can and returns at how many places that was. */
  int apply(ClassOrInterfaceDeclaration type, Dice dice);

  /** The nodes of a kind, inner ones before those that contain them. */
  static <N extends Node> List<N> innerFirst(Node root, Class<N> kind) {
    List<N> nodes = new ArrayList<>(root.findAll(kind));
    Collections.reverse(nodes);
    return nodes;
  }
}
