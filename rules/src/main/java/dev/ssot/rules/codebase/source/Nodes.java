package dev.ssot.rules.codebase.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import java.util.Optional;

/** Tells nodes of a tree apart. */
final class Nodes {

  private Nodes() {}

  /** Whether two are one node, where {@code equals} would compare the code that they stand for. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(Node one, Node other) {
    return one == other;
  }

  /** The comment right before a declaration. */
  static Optional<JavaToken> commentBefore(Node declaration) {
    Optional<JavaToken> before =
        declaration.getTokenRange().map(TokenRange::getBegin).flatMap(JavaToken::getPreviousToken);
    while (before.isPresent() && before.get().getCategory().isWhitespace()) {
      before = before.get().getPreviousToken();
    }
    return before.filter(token -> token.getCategory().isComment());
  }
}
