package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * All places of one file's code that name a type, each with the type; imports and documentation are
 * not among them.
 */
final class TypeNaming {

  private final FileScope scope;
  private final List<Named> all = new ArrayList<>();

  /**
   * A chain and the type that its first identifier means.
   *
   * @param root the type, or {@link FileScope#UNKNOWN}
   * @param doubtful whether the first identifier may as well mean something local
   */
  record Named(Chain chain, String root, boolean doubtful) {

    /** The type that the first {@code count} identifiers mean if each names a member type. */
    String type(int count) {
      String rest = chain.text(count).substring(chain.root().length());
      return root.equals(FileScope.UNKNOWN) ? chain.text(count) : root + rest;
    }

    /** How many identifiers name a type; 0 if the chain does not lead to it. */
    int reaches(String type) {
      for (int count = 1; count <= chain.parts().size(); count++) {
        if (type(count).equals(type) && (isSimple() || count > 1)) {
          return count;
        }
      }
      return 0;
    }

    /** Whether it starts with a type and not with a package. */
    boolean isSimple() {
      return !root.equals(FileScope.UNKNOWN);
    }
  }

  TypeNaming(FileScope scope, CompilationUnit tree, Offsets offsets) {
    this.scope = scope;
    tree.walk(
        node -> {
          if (node.getRange().isPresent()) {
            Chain.at(node, offsets).ifPresent(this::add);
          }
        });
  }

  private void add(Chain chain) {
    all.add(
        new Named(
            chain,
            scope.typeAt(chain.node(), chain.root()),
            scope.isDoubtful(chain.root(), chain.expression())));
  }

  /** All names, in the order of the tree. */
  List<Named> all() {
    return all;
  }

  /** Those that lead to a type. */
  List<Named> reaching(String type) {
    return all.stream().filter(named -> named.reaches(type) > 0).toList();
  }
}
