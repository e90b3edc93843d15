package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the declaration that a plain name means where it stands, from the inside out. */
final class Variables {

  private Variables() {}

  /**
   * A declaration of a variable.
   *
   * @param type null where none is written, as for a parameter of a lambda
   * @param value what it is initialised with, or null
   */
  record Declared(@Nullable Type type, @Nullable Expression value) {}

  /** The declaration of {@code name} that is seen at {@code place}, if this file has one. */
  static Optional<Declared> find(String name, Node place) {
    Node child = place;
    Node parent = place.getParentNode().orElse(null);
    while (parent != null) {
      Optional<Declared> found = in(parent, child, name);
      if (found.isPresent()) {
        return found;
      }
      child = parent;
      parent = parent.getParentNode().orElse(null);
    }
    return Optional.empty();
  }

  private static Optional<Declared> in(Node parent, Node child, String name) {
    if (parent instanceof BlockStmt block) {
      return before(block.getStatements(), child, name);
    }
    if (parent instanceof SwitchEntry entry) {
      return before(entry.getStatements(), child, name);
    }
    if (parent instanceof ForStmt loop) {
      return variables(loop.getInitialization().stream(), name);
    }
    if (parent instanceof ForEachStmt loop) {
      return variables(Stream.of(loop.getVariable()), name);
    }
    if (parent instanceof TryStmt attempt && Regions.isSame(child, attempt.getTryBlock())) {
      return variables(attempt.getResources().stream(), name);
    }
    if (parent instanceof CatchClause clause) {
      return parameters(List.of(clause.getParameter()), name);
    }
    if (parent instanceof LambdaExpr lambda) {
      return parameters(lambda.getParameters(), name);
    }
    if (parent instanceof CallableDeclaration<?> callable) {
      return parameters(callable.getParameters(), name).or(() -> pattern(callable, name));
    }
    return ofType(parent, name);
  }

  private static Optional<Declared> ofType(Node parent, String name) {
    if (parent instanceof RecordDeclaration type) {
      return parameters(type.getParameters(), name).or(() -> field(type.getMembers(), name));
    }
    if (parent instanceof TypeDeclaration<?> type) {
      return field(type.getMembers(), name);
    }
    return parent instanceof ObjectCreationExpr creation
        ? creation.getAnonymousClassBody().flatMap(body -> field(body, name))
        : Optional.empty();
  }

  private static Optional<Declared> before(
      NodeList<Statement> statements, Node child, String name) {
    for (Statement statement : statements) {
      if (Regions.isSame(statement, child)) {
        break;
      }
      if (statement.isExpressionStmt()) {
        Optional<Declared> found =
            variables(Stream.of(statement.asExpressionStmt().getExpression()), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Declared> variables(Stream<? extends Expression> some, String name) {
    return some.filter(Expression::isVariableDeclarationExpr)
        .flatMap(one -> one.asVariableDeclarationExpr().getVariables().stream())
        .filter(variable -> variable.getNameAsString().equals(name))
        .map(Variables::declared)
        .findFirst();
  }

  private static Declared declared(VariableDeclarator variable) {
    return new Declared(variable.getType(), variable.getInitializer().orElse(null));
  }

  private static Optional<Declared> parameters(List<Parameter> some, String name) {
    return some.stream()
        .filter(parameter -> parameter.getNameAsString().equals(name))
        .map(
            parameter ->
                new Declared(
                    parameter.getType().isUnknownType() || parameter.isVarArgs()
                        ? null
                        : parameter.getType(),
                    null))
        .findFirst();
  }

  /** A variable that a pattern somewhere in the method binds. */
  private static Optional<Declared> pattern(CallableDeclaration<?> callable, String name) {
    return callable
        .findFirst(TypePatternExpr.class, pattern -> pattern.getNameAsString().equals(name))
        .map(pattern -> new Declared(pattern.getType(), null));
  }

  private static Optional<Declared> field(NodeList<BodyDeclaration<?>> members, String name) {
    return members.stream()
        .filter(BodyDeclaration::isFieldDeclaration)
        .map(BodyDeclaration::asFieldDeclaration)
        .map(FieldDeclaration::getVariables)
        .flatMap(List::stream)
        .filter(variable -> variable.getNameAsString().equals(name))
        .map(Variables::declared)
        .findFirst();
  }
}
