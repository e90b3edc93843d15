package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.stream.Collectors;

/** Turns loops over elements into streams, iterators or indices, and counting loops into while. */
final class Loops implements Rewrite {

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (ForStmt loop : Rewrite.innerFirst(type, ForStmt.class)) {
      boolean leaps = !loop.getBody().findAll(ContinueStmt.class).isEmpty();
      if (!isLabelled(loop) && !leaps) {
        loop.replace(Trees.statement(whileLoop(loop)));
        changes++;
      }
    }
    for (ForEachStmt loop : Rewrite.innerFirst(type, ForEachStmt.class)) {
      if (!isLabelled(loop)) {
        loop.replace(Trees.statement(text(loop, type, dice)));
        changes++;
      }
    }
    return changes;
  }

  private static boolean isLabelled(Statement loop) {
    return loop.getParentNode().filter(LabeledStmt.class::isInstance).isPresent();
  }

  private static String text(ForEachStmt loop, ClassOrInterfaceDeclaration type, Dice dice) {
    VariableDeclarator variable = loop.getVariable().getVariable(0);
    String name = variable.getNameAsString();
    String elements = loop.getIterable().toString();
    String body = statements(loop.getBody());
    if (isArray(loop.getIterable(), variable.getType(), type)) {
      String index = dice.word() + "Index";
      return "for (int %s = 0; %s < %s.length; %s++) { %s %s = %s[%s]; %s }"
          .formatted(
              index, index, elements, index, variable.getType(), name, elements, index, body);
    }
    if (isPlain(loop.getBody())) {
      return "(%s).stream().forEach(%s -> { %s });".formatted(elements, name, body);
    }
    String iterator = dice.word() + "Iterator";
    return "{ java.util.Iterator<%s> %s = (%s).iterator(); while (%s.hasNext()) { %s %s = %s.next(); %s } }"
        .formatted(
            variable.getType().isVarType() ? "?" : variable.getType(),
            iterator,
            elements,
            iterator,
            variable.getType(),
            name,
            iterator,
            body);
  }

  private static String statements(Statement body) {
    return Trees.block(body).getStatements().stream()
        .map(Node::toString)
        .collect(Collectors.joining("\n"));
  }

  /** Whether the elements are an array, as far as the file shows. */
  private static boolean isArray(
      Expression elements, Type element, ClassOrInterfaceDeclaration type) {
    if (element.isPrimitiveType() || elements.isArrayCreationExpr()) {
      return true;
    }
    String name =
        elements.isFieldAccessExpr()
            ? elements.asFieldAccessExpr().getNameAsString()
            : elements.toString();
    return type.findAll(VariableDeclarator.class).stream()
            .anyMatch(one -> one.getNameAsString().equals(name) && one.getType().isArrayType())
        || type.findAll(Parameter.class).stream()
            .anyMatch(
                one ->
                    one.getNameAsString().equals(name)
                        && (one.getType().isArrayType() || one.isVarArgs()));
  }

  /** Whether a body can be a lambda: it neither leaves the loop nor sets variables. */
  private static boolean isPlain(Statement body) {
    boolean sets =
        !body.findAll(AssignExpr.class).isEmpty()
            || body.findAll(UnaryExpr.class).stream()
                .anyMatch(
                    unary ->
                        unary.getOperator().isPostfix()
                            || unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
                            || unary.getOperator() == UnaryExpr.Operator.PREFIX_DECREMENT);
    List<Class<? extends Statement>> leaving =
        List.of(BreakStmt.class, ContinueStmt.class, ReturnStmt.class, ThrowStmt.class);
    return !sets && leaving.stream().allMatch(kind -> body.findAll(kind).isEmpty());
  }

  private static String whileLoop(ForStmt loop) {
    String start =
        loop.getInitialization().stream().map(one -> one + ";").collect(Collectors.joining("\n"));
    String step = loop.getUpdate().stream().map(one -> one + ";").collect(Collectors.joining("\n"));
    return "{ %s while (%s) { %s %s } }"
        .formatted(
            start,
            loop.getCompare().map(Node::toString).orElse("true"),
            statements(loop.getBody()),
            step);
  }
}
