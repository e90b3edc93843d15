package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;

/** Turns conditional expressions into branches. */
final class Ternaries implements Rewrite {

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (BlockStmt block : Rewrite.innerFirst(type, BlockStmt.class)) {
      for (int i = block.getStatements().size() - 1; i >= 0; i--) {
        List<Statement> branches = branches(block.getStatement(i));
        if (!branches.isEmpty()) {
          block.getStatements().remove(i);
          block.getStatements().addAll(i, new NodeList<>(branches));
          changes++;
        }
      }
    }
    return changes;
  }

  private static List<Statement> branches(Statement statement) {
    if (statement.isReturnStmt()) {
      return statement
          .asReturnStmt()
          .getExpression()
          .filter(Expression::isConditionalExpr)
          .map(expression -> ofReturn(expression.asConditionalExpr()))
          .orElse(List.of());
    }
    if (!statement.isExpressionStmt()) {
      return List.of();
    }
    Expression expression = statement.asExpressionStmt().getExpression();
    if (expression.isAssignExpr()) {
      return ofAssignment(expression.asAssignExpr());
    }
    return expression.isVariableDeclarationExpr()
            && expression.asVariableDeclarationExpr().getVariables().size() == 1
        ? ofDeclaration(expression.asVariableDeclarationExpr().getVariable(0))
        : List.of();
  }

  private static List<Statement> ofReturn(ConditionalExpr choice) {
    return List.of(
        Trees.statement(
            "if (%s) { return %s; }".formatted(choice.getCondition(), choice.getThenExpr())),
        Trees.statement("return %s;".formatted(choice.getElseExpr())));
  }

  private static List<Statement> ofAssignment(AssignExpr assignment) {
    if (!assignment.getValue().isConditionalExpr()) {
      return List.of();
    }
    String target = assignment.getTarget() + " " + assignment.getOperator().asString();
    return List.of(branch(target, assignment.getValue().asConditionalExpr()));
  }

  private static List<Statement> ofDeclaration(VariableDeclarator variable) {
    boolean choice = variable.getInitializer().filter(Expression::isConditionalExpr).isPresent();
    if (!choice || variable.getType().isVarType()) {
      return List.of();
    }
    ConditionalExpr value = variable.getInitializer().orElseThrow().asConditionalExpr();
    return List.of(
        Trees.statement("%s %s;".formatted(variable.getType(), variable.getNameAsString())),
        branch(variable.getNameAsString() + " =", value));
  }

  private static Statement branch(String target, ConditionalExpr choice) {
    return Trees.statement(
        "if (%s) { %s %s; } else { %s %s; }"
            .formatted(
                choice.getCondition(), target, choice.getThenExpr(), target, choice.getElseExpr()));
  }
}
