package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds strings with a builder instead of adding them up. */
final class Concatenations implements Rewrite {

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (BinaryExpr sum : Rewrite.innerFirst(type, BinaryExpr.class)) {
      List<Expression> parts = new ArrayList<>();
      flatten(sum, parts);
      boolean text = parts.stream().anyMatch(Expression::isStringLiteralExpr);
      boolean constant = parts.stream().allMatch(Expression::isLiteralExpr);
      if (isPlus(sum) && text && !constant && isOutermost(sum)) {
        sum.replace(Trees.expression(builder(parts)));
        changes++;
      }
    }
    return changes;
  }

  private static boolean isPlus(Expression expression) {
    return expression.isBinaryExpr()
        && expression.asBinaryExpr().getOperator() == BinaryExpr.Operator.PLUS;
  }

  private static boolean isOutermost(BinaryExpr sum) {
    boolean inner =
        sum.getParentNode()
            .filter(Expression.class::isInstance)
            .filter(parent -> isPlus((Expression) parent))
            .isPresent();
    return !inner && !Trees.isWithin(sum, AnnotationExpr.class::isInstance);
  }

  private static void flatten(Expression expression, List<Expression> parts) {
    if (isPlus(expression)) {
      flatten(expression.asBinaryExpr().getLeft(), parts);
      flatten(expression.asBinaryExpr().getRight(), parts);
    } else {
      parts.add(expression);
    }
  }

  private static String builder(List<Expression> parts) {
    return parts.stream()
        .map(part -> ".append(" + part + ")")
        .collect(Collectors.joining("", "new StringBuilder()", ".toString()"));
  }
}
