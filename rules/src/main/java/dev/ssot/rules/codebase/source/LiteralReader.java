package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.Statement;
import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.TellingValues;
import dev.ssot.rules.codebase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the telling literals of a file, apart from those in logs, exceptions and tables. */
final class LiteralReader {

  /** A longer array of numbers is data. */
  private static final int LONGEST_ARRAY = 32;

  private final Interner interner;
  private final Places places;
  private final List<LiteralFact> literals = new ArrayList<>();

  LiteralReader(Interner interner, Places places) {
    this.interner = interner;
    this.places = places;
  }

  void visit(Node node) {
    if (node instanceof StringLiteralExpr
        || node instanceof IntegerLiteralExpr
        || node instanceof LongLiteralExpr) {
      Expression literal = (Expression) node;
      Evaluator.literal(literal)
          .filter(TellingValues::isTelling)
          .filter(value -> !isBesideThePoint(literal))
          .ifPresent(value -> add(literal, value));
    }
  }

  private void add(Expression literal, Value value) {
    literals.add(
        new LiteralFact(
            new Value(value.kind(), interner.one(value.text())),
            interner.one(declared(literal)),
            interner.one(annotation(literal)),
            Regions.of(literal),
            places.typeOf(literal)));
  }

  private static boolean isBesideThePoint(Expression literal) {
    Node parent = literal.getParentNode().orElse(null);
    return (parent instanceof MethodCallExpr call && Arms.isLog(call))
        || (parent instanceof ObjectCreationExpr creation
            && creation.getType().getNameAsString().endsWith("Exception"))
        || (parent instanceof ArrayInitializerExpr array
            && array.getValues().size() > LONGEST_ARRAY);
  }

  /** The constant whose whole value a literal is, perhaps wrapped, or nothing. */
  private static String declared(Expression literal) {
    Node at = literal;
    Node parent = at.getParentNode().orElse(null);
    while (parent != null && wraps(parent)) {
      at = parent;
      parent = at.getParentNode().orElse(null);
    }
    if (parent instanceof VariableDeclarator variable && ConstantReader.isConstant(variable)) {
      return variable.getNameAsString();
    }
    return parent instanceof EnumConstantDeclaration constant ? constant.getNameAsString() : "";
  }

  private static boolean wraps(Node node) {
    return (node instanceof MethodCallExpr call && call.getArguments().size() == 1)
        || (node instanceof ObjectCreationExpr creation && creation.getArguments().size() == 1)
        || (node instanceof Expression expression
            && (expression.isEnclosedExpr() || expression.isCastExpr()));
  }

  /** The simple name of the annotation that a literal stands in, or the empty string. */
  static String annotation(Expression literal) {
    Optional<Node> at = literal.getParentNode();
    while (at.isPresent() && !(at.get() instanceof Statement)) {
      if (at.get() instanceof AnnotationExpr annotation) {
        return annotation.getName().getIdentifier();
      }
      at = at.get().getParentNode();
    }
    return "";
  }

  List<LiteralFact> result() {
    return literals;
  }
}
