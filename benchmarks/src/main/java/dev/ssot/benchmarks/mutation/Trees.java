package dev.ssot.benchmarks.mutation;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes trees of text, and small pieces of trees. */
final class Trees {

  private static final Map<BinaryExpr.Operator, BinaryExpr.Operator> OPPOSITES =
      Map.of(
          BinaryExpr.Operator.EQUALS, BinaryExpr.Operator.NOT_EQUALS,
          BinaryExpr.Operator.NOT_EQUALS, BinaryExpr.Operator.EQUALS,
          BinaryExpr.Operator.LESS, BinaryExpr.Operator.GREATER_EQUALS,
          BinaryExpr.Operator.GREATER_EQUALS, BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.GREATER, BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.LESS_EQUALS, BinaryExpr.Operator.GREATER);

  private Trees() {}

  private static JavaParser parser() {
    return new JavaParser(
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21)
            .setAttributeComments(false));
  }

  static CompilationUnit parse(String text) {
    return of(parser().parse(text), text);
  }

  static boolean parses(String text) {
    return parser().parse(text).isSuccessful();
  }

  static Statement statement(String text) {
    return of(parser().parseStatement(text), text);
  }

  static Expression expression(String text) {
    return of(parser().<Expression>parseExpression(text), text);
  }

  static BodyDeclaration<?> member(String text) {
    return of(parser().parseBodyDeclaration(text), text);
  }

  private static <T> T of(ParseResult<T> result, String text) {
    if (!result.isSuccessful()) {
      throw new IllegalArgumentException(
          "It does not parse (%s):\n%s".formatted(result.getProblems().get(0), text));
    }
    return result.getResult().orElseThrow();
  }

  /** The opposite of a condition. */
  static Expression not(Expression condition) {
    if (condition.isUnaryExpr()
        && condition.asUnaryExpr().getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return condition.asUnaryExpr().getExpression().clone();
    }
    if (condition.isBinaryExpr() && OPPOSITES.containsKey(condition.asBinaryExpr().getOperator())) {
      BinaryExpr opposite = condition.asBinaryExpr().clone();
      return opposite.setOperator(Objects.requireNonNull(OPPOSITES.get(opposite.getOperator())));
    }
    boolean simple =
        condition.isNameExpr()
            || condition.isMethodCallExpr()
            || condition.isFieldAccessExpr()
            || condition.isEnclosedExpr();
    return expression(simple ? "!" + condition : "!(" + condition + ")");
  }

  /** Whether a node is among some; equal ones in other places of the tree do not count. */
  @SuppressWarnings("ReferenceEquality") // Nodes are equal when their texts are.
  static boolean isAmong(Node node, Collection<? extends Node> nodes) {
    return nodes.stream().anyMatch(one -> one == node);
  }

  /** Whether some node above this one is as wanted. */
  static boolean isWithin(Node node, Predicate<Node> wanted) {
    Optional<Node> parent = node.getParentNode();
    return parent.isPresent() && (wanted.test(parent.get()) || isWithin(parent.get(), wanted));
  }

  /** A statement as a block of its own. */
  static BlockStmt block(Statement statement) {
    BlockStmt block = new BlockStmt();
    if (statement.isBlockStmt()) {
      statement.asBlockStmt().getStatements().forEach(one -> block.addStatement(one.clone()));
    } else {
      block.addStatement(statement.clone());
    }
    return block;
  }
}
