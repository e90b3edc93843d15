package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.Type;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.BranchFact.Label.Kind;
import dev.ssot.rules.codebase.tokens.ConstantNames;
import dev.ssot.rules.model.Region;
import java.util.Optional;

/** Recognises the values that code compares with. */
final class Labels {

  private Labels() {}

  /** The label of a case, where a plain name can be nothing but a constant. */
  static Optional<Label> ofCase(Expression expression) {
    if (expression instanceof TypePatternExpr pattern) {
      return ofType(pattern.getType());
    }
    if (expression instanceof RecordPatternExpr pattern) {
      return ofType(pattern.getType());
    }
    Optional<Label> label = of(expression, Kind.TEXT);
    return label.isEmpty() && expression instanceof NameExpr name
        ? Optional.of(new Label(Kind.NAME, name.getNameAsString(), Regions.of(name)))
        : label;
  }

  static Optional<Label> ofType(Type type) {
    return type.isClassOrInterfaceType()
        ? Optional.of(
            new Label(
                Kind.TYPE, type.asClassOrInterfaceType().getNameWithScope(), Regions.of(type)))
        : Optional.empty();
  }

  /** The label that an expression is, if it is a text or by its name a constant. */
  static Optional<Label> of(Expression expression, Kind text) {
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner(), text);
    }
    if (expression instanceof StringLiteralExpr literal) {
      return Optional.of(new Label(text, literal.asString(), Regions.of(literal)));
    }
    String name = constantName(expression);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Label(Kind.NAME, name, Regions.of(expression)));
  }

  /** The name of a constant as written, with its type where that is written; or nothing. */
  static String constantName(Expression expression) {
    if (expression instanceof NameExpr name) {
      String text = name.getNameAsString();
      return ConstantNames.isOne(text) ? text : "";
    }
    if (expression instanceof FieldAccessExpr access
        && ConstantNames.isOne(access.getNameAsString())
        && isPlain(access.getScope())) {
      return access.toString();
    }
    return "";
  }

  private static boolean isPlain(Expression scope) {
    return scope.isNameExpr()
        || (scope instanceof FieldAccessExpr access && isPlain(access.getScope()));
  }

  /** The place of the keyword that a statement begins with. */
  static Region keyword(Node node, String keyword) {
    Region whole = Regions.of(node);
    return new Region(
        whole.line(), whole.column(), whole.line(), whole.column() + keyword.length());
  }
}
