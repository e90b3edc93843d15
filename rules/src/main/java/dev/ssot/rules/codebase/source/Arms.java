package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.ssot.rules.codebase.tokens.LogNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the arms of a branch that do something from those that only name the value. */
final class Arms {

  private static final Set<String> FORMATTING =
      Set.of("append", "format", "formatted", "print", "printf", "println", "concat");

  private Arms() {}

  /** Whether some arm does more than to give a text or to log. */
  static boolean act(List<? extends List<Statement>> arms) {
    boolean names = false;
    for (List<Statement> arm : arms) {
      for (Statement statement : arm) {
        Effect effect = effect(statement);
        if (effect == Effect.ACTS) {
          return true;
        }
        names |= effect == Effect.NAMES;
      }
    }
    return !names;
  }

  private enum Effect {
    NOTHING,
    NAMES,
    ACTS
  }

  private static Effect effect(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return all(block.getStatements());
    }
    if (statement instanceof IfStmt choice) {
      List<Statement> ways = new ArrayList<>(List.of(choice.getThenStmt()));
      choice.getElseStmt().ifPresent(ways::add);
      return all(ways);
    }
    if (isText(statement)) {
      return Effect.NAMES;
    }
    return isExit(statement) ? Effect.NOTHING : Effect.ACTS;
  }

  private static Effect all(List<Statement> statements) {
    Effect most = Effect.NOTHING;
    for (Statement statement : statements) {
      Effect effect = effect(statement);
      most = effect.compareTo(most) > 0 ? effect : most;
    }
    return most;
  }

  private static boolean isExit(Statement statement) {
    return statement.isBreakStmt()
        || statement.isThrowStmt()
        || statement.isEmptyStmt()
        || statement.isContinueStmt()
        || (statement.isExpressionStmt()
            && statement.asExpressionStmt().getExpression().isVariableDeclarationExpr());
  }

  private static boolean isText(Statement statement) {
    Optional<Expression> value = Optional.empty();
    if (statement.isReturnStmt()) {
      value = statement.asReturnStmt().getExpression();
    } else if (statement.isYieldStmt()) {
      value = Optional.of(statement.asYieldStmt().getExpression());
    } else if (statement.isExpressionStmt()) {
      value = Optional.of(statement.asExpressionStmt().getExpression());
    }
    return value.filter(Arms::isText).isPresent();
  }

  private static boolean isText(Expression expression) {
    if (expression instanceof AssignExpr assignment) {
      return isText(assignment.getValue());
    }
    if (expression instanceof BinaryExpr sum) {
      return isText(sum.getLeft()) || isText(sum.getRight());
    }
    return expression.isStringLiteralExpr()
        || (expression instanceof MethodCallExpr call
            && (isLog(call) || FORMATTING.contains(call.getNameAsString())));
  }

  /** Whether a call writes to a log. */
  static boolean isLog(MethodCallExpr call) {
    return call.getScope()
        .filter(scope -> scope.isNameExpr() || scope.isFieldAccessExpr())
        .filter(scope -> LogNames.isOne(scope.toString()))
        .isPresent();
  }
}
