package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.ssot.rules.codebase.Words;
import java.util.List;
import java.util.Set;

/** Tells expressions that only look at what is at hand from those that may do something. */
final class Harmless {

  private static final Set<String> READ_ONLY =
      Set.of(
          "System",
          "UUID",
          "Instant",
          "LocalDate",
          "LocalDateTime",
          "OffsetDateTime",
          "ZonedDateTime",
          "Duration",
          "String",
          "Integer",
          "Long",
          "Boolean",
          "Math",
          "Objects",
          "Optional",
          "List",
          "Set",
          "Map",
          "Collections",
          "Arrays",
          "Thread");

  /** First words of methods without parameters that do something nonetheless. */
  private static final Set<String> DOING =
      Set.of(
          "send",
          "execute",
          "run",
          "call",
          "invoke",
          "submit",
          "publish",
          "flush",
          "save",
          "commit",
          "close",
          "open",
          "start",
          "stop",
          "next",
          "poll",
          "take",
          "remove",
          "connect",
          "dispatch",
          "deliver",
          "write",
          "read",
          "load",
          "accept",
          "apply",
          "process",
          "handle",
          "exit",
          "gc",
          "clear",
          "reset",
          "delete",
          "store",
          "persist",
          "release",
          "join");

  private Harmless() {}

  static boolean all(List<Expression> expressions) {
    return expressions.stream().allMatch(Harmless::is);
  }

  static boolean is(Expression expression) {
    if (expression.isLiteralExpr()
        || expression.isNameExpr()
        || expression.isThisExpr()
        || expression.isClassExpr()
        || expression.isLambdaExpr()
        || expression.isMethodReferenceExpr()) {
      return true;
    }
    if (expression.isEnclosedExpr()) {
      return is(expression.asEnclosedExpr().getInner());
    }
    if (expression.isFieldAccessExpr()) {
      return is(expression.asFieldAccessExpr().getScope());
    }
    if (expression.isBinaryExpr()) {
      return is(expression.asBinaryExpr().getLeft()) && is(expression.asBinaryExpr().getRight());
    }
    if (expression.isConditionalExpr()) {
      return is(expression.asConditionalExpr().getCondition())
          && is(expression.asConditionalExpr().getThenExpr())
          && is(expression.asConditionalExpr().getElseExpr());
    }
    return isLook(expression);
  }

  private static boolean isLook(Expression expression) {
    if (expression.isUnaryExpr()) {
      return !isStep(expression) && is(expression.asUnaryExpr().getExpression());
    }
    if (expression.isCastExpr()) {
      return is(expression.asCastExpr().getExpression());
    }
    if (expression.isInstanceOfExpr()) {
      return is(expression.asInstanceOfExpr().getExpression());
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().isEmpty() && all(creation.getArguments());
    }
    return expression instanceof MethodCallExpr call && isLook(call);
  }

  /** Whether an expression is {@code i++} or one of its kind. */
  static boolean isStep(Expression expression) {
    return expression.isUnaryExpr()
        && switch (expression.asUnaryExpr().getOperator()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
          default -> false;
        };
  }

  private static boolean isLook(MethodCallExpr call) {
    if (!all(call.getArguments()) || call.getScope().isEmpty()) {
      return false;
    }
    Expression scope = call.getScope().orElseThrow();
    if (READ_ONLY.contains(scope.toString())) {
      return true;
    }
    boolean looks = call.getArguments().isEmpty() || isComparison(call.getNameAsString());
    List<String> words = Words.split(call.getNameAsString());
    return looks && is(scope) && (words.isEmpty() || !DOING.contains(words.get(0)));
  }

  private static boolean isComparison(String name) {
    return Set.of("equals", "equalsIgnoreCase", "startsWith", "endsWith", "compareTo", "substring")
        .contains(name);
  }
}
