package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises bodies that do nothing of their own: accessors and plain forwarding. */
final class Bodies {

  private Bodies() {}

  /** Whether a method only reads or writes one field, or returns a literal. */
  static boolean isAccessor(MethodDeclaration method) {
    List<Statement> statements =
        method.getBody().map(body -> (List<Statement>) body.getStatements()).orElse(List.of());
    if (statements.isEmpty() || statements.size() > 2) {
      return false;
    }
    Statement first = statements.get(0);
    if (statements.size() == 2) {
      return isAssignment(first)
          && returned(statements.get(1)).isPresent()
          && returned(statements.get(1)).orElseThrow().isThisExpr();
    }
    return isAssignment(first) || returned(first).filter(Bodies::isPlain).isPresent();
  }

  private static boolean isAssignment(Statement statement) {
    return statement.isExpressionStmt()
        && statement.asExpressionStmt().getExpression().isAssignExpr()
        && isPlain(statement.asExpressionStmt().getExpression().asAssignExpr().getValue());
  }

  private static Optional<Expression> returned(Statement statement) {
    return statement.isReturnStmt() ? statement.asReturnStmt().getExpression() : Optional.empty();
  }

  private static boolean isPlain(Expression expression) {
    return expression.isNameExpr()
        || expression.isLiteralExpr()
        || (expression.isFieldAccessExpr()
            && (expression.asFieldAccessExpr().getScope().isThisExpr()
                || expression.asFieldAccessExpr().getScope().isNameExpr()));
  }

  /**
   * The type of the receiver, as written, if the whole body is one call that passes on the method's
   * own parameters; the empty string otherwise.
   */
  static String receiver(MethodDeclaration method, TypeDeclaration<?> type) {
    return soleCall(method)
        .filter(call -> passesOn(call, method))
        .flatMap(MethodCallExpr::getScope)
        .map(scope -> typeOf(scope, type))
        .orElse("");
  }

  private static Optional<MethodCallExpr> soleCall(MethodDeclaration method) {
    return method
        .getBody()
        .map(body -> body.getStatements())
        .filter(statements -> statements.size() == 1)
        .map(statements -> statements.get(0))
        .flatMap(
            only ->
                only.isExpressionStmt()
                    ? Optional.of(only.asExpressionStmt().getExpression())
                    : returned(only))
        .filter(Expression::isMethodCallExpr)
        .map(Expression::asMethodCallExpr);
  }

  private static boolean passesOn(MethodCallExpr call, MethodDeclaration method) {
    Set<String> parameters =
        method.getParameters().stream()
            .map(parameter -> parameter.getNameAsString())
            .collect(Collectors.toSet());
    return call.getArguments().stream()
        .allMatch(
            argument ->
                argument.isNameExpr()
                    && parameters.contains(argument.asNameExpr().getNameAsString()));
  }

  private static String typeOf(Expression scope, TypeDeclaration<?> type) {
    if (scope.isNameExpr()) {
      String name = scope.asNameExpr().getNameAsString();
      return fieldType(name, type)
          .orElseGet(() -> Character.isUpperCase(name.charAt(0)) ? name : "");
    }
    if (scope.isFieldAccessExpr()) {
      boolean ofThis = scope.asFieldAccessExpr().getScope().isThisExpr();
      String name = scope.asFieldAccessExpr().getNameAsString();
      if (ofThis) {
        return fieldType(name, type).orElse("");
      }
      return Character.isUpperCase(name.charAt(0)) ? scope.toString() : "";
    }
    if (scope.isMethodCallExpr() && scope.asMethodCallExpr().getScope().isEmpty()) {
      return type.getMethodsByName(scope.asMethodCallExpr().getNameAsString()).stream()
          .findFirst()
          .map(method -> written(method.getType()))
          .orElse("");
    }
    return "";
  }

  /** A type as written without arguments and annotations. */
  static String written(Type type) {
    return type.isClassOrInterfaceType()
        ? type.asClassOrInterfaceType().getNameWithScope()
        : MemberReader.erased(type);
  }

  private static Optional<String> fieldType(String name, TypeDeclaration<?> type) {
    Stream<String> declared =
        type.getFields().stream()
            .map(FieldDeclaration::getVariables)
            .flatMap(List::stream)
            .filter(variable -> variable.getNameAsString().equals(name))
            .map(variable -> written(variable.getType()));
    Stream<String> components =
        type instanceof RecordDeclaration declaration
            ? declaration.getParameters().stream()
                .filter(parameter -> parameter.getNameAsString().equals(name))
                .map(parameter -> written(parameter.getType()))
            : Stream.empty();
    return Stream.concat(declared, components).findFirst();
  }
}
