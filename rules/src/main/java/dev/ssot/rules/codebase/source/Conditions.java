package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.Set;

/**
 * Recognises conditions that decide on no work.
 *
 * @param parameters names of the parameters of the method
 */
record Conditions(Set<String> parameters) {

  Conditions {
    parameters = Set.copyOf(parameters);
  }

  /** Whether a condition asks for nothing but whether something would be logged. */
  boolean isLevel(Expression condition) {
    return condition instanceof MethodCallExpr call
        && call.getNameAsString().matches("is(Trace|Debug|Info|Warn|Error)Enabled|isLoggable");
  }

  /** Whether a condition asks for nothing but whether arguments are there. */
  boolean isCheck(Expression condition) {
    if (condition.isEnclosedExpr()) {
      return isCheck(condition.asEnclosedExpr().getInner());
    }
    if (condition.isUnaryExpr()) {
      return isCheck(condition.asUnaryExpr().getExpression());
    }
    if (condition.isBinaryExpr()) {
      var binary = condition.asBinaryExpr();
      return switch (binary.getOperator()) {
        case OR, AND -> isCheck(binary.getLeft()) && isCheck(binary.getRight());
        case EQUALS, NOT_EQUALS ->
            binary.getRight().isNullLiteralExpr() && mentionsParameter(binary.getLeft());
        default -> false;
      };
    }
    return condition instanceof MethodCallExpr call
        && call.getNameAsString().matches("is(Empty|Blank|Null)|has(Text|Length)")
        && mentionsParameter(call);
  }

  private boolean mentionsParameter(Expression expression) {
    return expression.findAll(NameExpr.class).stream()
        .anyMatch(name -> parameters.contains(name.getNameAsString()));
  }
}
