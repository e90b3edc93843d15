package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.model.Subject;

/** Says where in the types of a file a node stands. */
final class Places {

  private final Interner interner;
  private final String packageName;

  Places(Interner interner, String packageName) {
    this.interner = interner;
    this.packageName = packageName;
  }

  /** The innermost named type and the member of it that contain a node. */
  Subject of(Node node) {
    String member = "";
    Node at = node;
    while (at != null && !isNamedType(at)) {
      if (at instanceof CallableDeclaration<?> callable) {
        member = callable.getNameAsString();
      } else if (at instanceof EnumConstantDeclaration constant) {
        member = constant.getNameAsString();
      } else if (at instanceof VariableDeclarator variable
          && variable.getParentNode().filter(FieldDeclaration.class::isInstance).isPresent()) {
        member = variable.getNameAsString();
      }
      at = at.getParentNode().orElse(null);
    }
    return new Subject(at == null ? fileName() : name(at), interner.one(member));
  }

  /** The qualified name of the innermost named type that contains a node. */
  String typeOf(Node node) {
    Node at = node;
    while (at != null && !isNamedType(at)) {
      at = at.getParentNode().orElse(null);
    }
    return at == null ? fileName() : name(at);
  }

  /** Local types belong to the member that contains them. */
  private static boolean isNamedType(Node node) {
    return node instanceof TypeDeclaration<?> type
        && (type.isTopLevelType()
            || type.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent());
  }

  private String fileName() {
    return packageName.isEmpty() ? "module" : packageName;
  }

  private String name(Node type) {
    StringBuilder name = new StringBuilder();
    Node at = type;
    while (at instanceof TypeDeclaration<?> declared) {
      name.insert(0, "." + declared.getNameAsString());
      at = at.getParentNode().orElse(null);
    }
    return interner.one(packageName.isEmpty() ? name.substring(1) : packageName + name);
  }
}
