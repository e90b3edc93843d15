package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.BranchFact.Label.Kind;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparisons of one thing in a chain of {@code if} statements: those after {@code else}, and
 * those that follow each other directly.
 */
final class Comparisons {

  private final Region region;
  private final List<Label> labels = new ArrayList<>();
  private final List<List<Statement>> arms = new ArrayList<>();

  private Comparisons(Region region) {
    this.region = region;
  }

  /** Whether no chain that an {@code if} belongs to begins before it. */
  static boolean isHead(IfStmt statement) {
    Node parent = statement.getParentNode().orElse(null);
    if (parent instanceof IfStmt before) {
      return before.getElseStmt().filter(other -> Nodes.same(other, statement)).isEmpty();
    }
    List<Statement> siblings = siblings(statement);
    int index = indexOf(statement, siblings);
    return index <= 0 || !siblings.get(index - 1).isIfStmt();
  }

  private static int indexOf(Statement statement, List<Statement> siblings) {
    for (int i = 0; i < siblings.size(); i++) {
      if (Nodes.same(siblings.get(i), statement)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Statement> siblings(Statement statement) {
    return statement.getParentNode().orElse(null) instanceof NodeWithStatements<?> block
        ? block.getStatements()
        : new NodeList<>();
  }

  /** The chain that begins with a statement, taken apart by what is compared. */
  static Collection<Comparisons> of(IfStmt head) {
    Map<String, Comparisons> bySubject = new LinkedHashMap<>();
    List<Statement> siblings = siblings(head);
    collect(head, bySubject);
    int next = indexOf(head, siblings) + 1;
    while (next > 0 && next < siblings.size() && siblings.get(next) instanceof IfStmt following) {
      collect(following, bySubject);
      next++;
    }
    return bySubject.values();
  }

  private static void collect(IfStmt first, Map<String, Comparisons> bySubject) {
    Statement at = first;
    while (at instanceof IfStmt statement) {
      compare(statement.getCondition(), statement, bySubject);
      at = statement.getElseStmt().orElse(null);
    }
  }

  private static void compare(
      Expression condition, IfStmt statement, Map<String, Comparisons> bySubject) {
    if (condition.isEnclosedExpr()) {
      compare(condition.asEnclosedExpr().getInner(), statement, bySubject);
    } else if (condition instanceof BinaryExpr both && joins(both.getOperator())) {
      compare(both.getLeft(), statement, bySubject);
      compare(both.getRight(), statement, bySubject);
    } else if (condition instanceof BinaryExpr both
        && both.getOperator() == BinaryExpr.Operator.EQUALS) {
      add(both.getLeft(), both.getRight(), Kind.TEXT, statement, bySubject);
    } else if (condition instanceof InstanceOfExpr test) {
      Labels.ofType(test.getPattern().map(PatternExpr::getType).orElseGet(test::getType))
          .ifPresent(label -> add(test.getExpression(), label, statement, bySubject));
    } else if (condition instanceof MethodCallExpr call) {
      compare(call, statement, bySubject);
    }
  }

  private static boolean joins(BinaryExpr.Operator operator) {
    return operator == BinaryExpr.Operator.OR || operator == BinaryExpr.Operator.AND;
  }

  private static void compare(
      MethodCallExpr call, IfStmt statement, Map<String, Comparisons> bySubject) {
    List<Expression> arguments = call.getArguments();
    Optional<Expression> scope = call.getScope();
    switch (call.getNameAsString()) {
      case "equals", "equalsIgnoreCase", "contentEquals" -> {
        Kind text =
            call.getNameAsString().equals("equalsIgnoreCase") ? Kind.TEXT_OF_ANY_CASE : Kind.TEXT;
        if (arguments.size() == 1 && scope.isPresent()) {
          add(scope.get(), arguments.get(0), text, statement, bySubject);
        } else if (arguments.size() == 2) {
          add(arguments.get(0), arguments.get(1), text, statement, bySubject);
        }
      }
      default -> {}
    }
  }

  private static void add(
      Expression one,
      Expression other,
      Kind text,
      IfStmt statement,
      Map<String, Comparisons> bySubject) {
    Labels.of(one, text)
        .ifPresentOrElse(
            label -> add(other, label, statement, bySubject),
            () -> Labels.of(other, text).ifPresent(label -> add(one, label, statement, bySubject)));
  }

  private static void add(
      Expression subject, Label label, IfStmt statement, Map<String, Comparisons> bySubject) {
    Comparisons chain =
        bySubject.computeIfAbsent(
            subject.toString(), key -> new Comparisons(Labels.keyword(statement, "if")));
    chain.labels.add(label);
    chain.arms.add(List.of(statement.getThenStmt()));
  }

  Region region() {
    return region;
  }

  List<Label> labels() {
    return labels;
  }

  /** Whether some arm does more than to name the value. */
  boolean acts() {
    return Arms.act(arms);
  }
}
