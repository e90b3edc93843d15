package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.StandIn.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the calls by which one member makes doubles of watched types and gives them answers. */
final class DoubleCalls {

  private final TestTypes types;
  private final ExpressionTypes expressions;
  private final MockCalls mocks;
  private final List<DoubleDraft> doubles;
  private final List<StubDraft> stubs = new ArrayList<>();

  /**
   * A reader of calls.
   *
   * @param doubles to which it adds those that it finds
   */
  DoubleCalls(
      TestTypes types, ExpressionTypes expressions, MockCalls mocks, List<DoubleDraft> doubles) {
    this.types = types;
    this.expressions = expressions;
    this.mocks = mocks;
    this.doubles = doubles;
  }

  /** The members that are given an answer, in the order of the text. */
  List<StubDraft> stubs() {
    return stubs;
  }

  /** Whether a call makes a double or gives one an answer, of whatever type; notes it. */
  boolean read(MethodCallExpr call) {
    Optional<Form> form = mocks.maker(call);
    if (form.isPresent()) {
      made(call, form.get());
      return true;
    }
    boolean stubbing = mocks.isStubbing(call);
    if (stubbing) {
      stubbed(call);
    }
    return stubbing;
  }

  private void made(MethodCallExpr call, Form form) {
    List<String> named = new ArrayList<>();
    for (Expression argument : call.getArguments()) {
      if (argument instanceof ClassExpr literal) {
        named.add(expressions.of(literal.getType()));
      } else if (argument.isCastExpr()
          && argument.asCastExpr().getExpression() instanceof ClassExpr literal) {
        named.add(expressions.of(literal.getType()));
      }
    }
    if (named.isEmpty() && form == Form.SPY && !call.getArguments().isEmpty()) {
      String given = expressions.of(call.getArgument(0));
      named.add(given.isEmpty() ? inferred(call) : given);
    } else if (named.isEmpty() && !endsChain(call)) {
      named.add(inferred(call));
    }
    for (String name : named) {
      types
          .watchedBehind(name)
          .ifPresent(
              real ->
                  doubles.add(
                      new DoubleDraft(
                          real,
                          form,
                          call.getNameAsString(),
                          Regions.of(call.getName()),
                          keptIn(call),
                          partly(call))));
    }
  }

  /** Whether a call makes what an earlier one of its chain has named. */
  private boolean endsChain(MethodCallExpr call) {
    Optional<MethodCallExpr> before = call.getScope().flatMap(Expression::toMethodCallExpr);
    return before.filter(one -> mocks.maker(one).isPresent() || endsChain(one)).isPresent();
  }

  /** The type that the place of a call asks for, or the empty string. */
  String inferred(Expression call) {
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return expressions.of(variable.getType());
    }
    if (parent instanceof AssignExpr assignment) {
      return expressions.of(assignment.getTarget());
    }
    if (parent instanceof ReturnStmt) {
      return returned(parent);
    }
    if (parent instanceof Expression outer && outer.isCastExpr()) {
      return expressions.of(outer.asCastExpr().getType());
    }
    return parent instanceof Expression outer && outer.isEnclosedExpr() ? inferred(outer) : "";
  }

  private String returned(Node statement) {
    Node at = statement;
    while (at != null && !(at instanceof MethodDeclaration) && !(at instanceof LambdaExpr)) {
      at = at.getParentNode().orElse(null);
    }
    return at instanceof MethodDeclaration method ? expressions.of(method.getType()) : "";
  }

  /** The name of the variable that a value ends up in, through casts and chains of calls. */
  static String keptIn(Expression value) {
    Node parent = value.getParentNode().orElse(null);
    if (parent instanceof VariableDeclarator variable) {
      return variable.getNameAsString();
    }
    if (parent instanceof AssignExpr assignment) {
      return DottedNames.last(assignment.getTarget().toString());
    }
    if (!(parent instanceof Expression outer)) {
      return "";
    }
    boolean goesOn =
        outer instanceof MethodCallExpr call
            && call.getScope().filter(scope -> Nodes.same(scope, value)).isPresent();
    return goesOn || outer.isCastExpr() || outer.isEnclosedExpr() ? keptIn(outer) : "";
  }

  /** The members that a partial mock names itself, as texts. */
  private static List<String> partly(MethodCallExpr call) {
    List<String> members = new ArrayList<>();
    texts(call, members);
    Node at = call.getParentNode().orElse(null);
    while (at instanceof MethodCallExpr outer) {
      if (outer.getNameAsString().startsWith("addMockedMethod")) {
        texts(outer, members);
      }
      at = at.getParentNode().orElse(null);
    }
    return call.getNameAsString().contains("artial") || call.getNameAsString().endsWith("Builder")
        ? members
        : List.of();
  }

  private static void texts(MethodCallExpr call, List<String> into) {
    for (Expression argument : call.getArguments()) {
      if (argument.isStringLiteralExpr() || argument.isArrayCreationExpr()) {
        argument.findAll(StringLiteralExpr.class).forEach(text -> into.add(text.asString()));
      }
    }
  }

  private void stubbed(MethodCallExpr call) {
    Expression given = call.getArgument(0);
    if (given instanceof LambdaExpr lambda && lambda.getExpressionBody().isPresent()) {
      given = lambda.getExpressionBody().get();
    }
    if (given instanceof MethodReferenceExpr reference) {
      named(reference).ifPresent(type -> stub(call, type, "", reference.getIdentifier(), true));
    } else if (given instanceof MethodCallExpr inner && inner.getScope().isPresent()) {
      Expression scope = inner.getScope().get();
      Optional<String> type = expressions.typeName(scope);
      stub(
          call,
          type.orElseGet(() -> expressions.of(scope)),
          variable(scope),
          inner.getNameAsString(),
          type.isPresent());
    } else if (given.isNameExpr() || given.isFieldAccessExpr()) {
      Optional<MethodCallExpr> next =
          call.getParentNode()
              .filter(MethodCallExpr.class::isInstance)
              .map(MethodCallExpr.class::cast);
      String member = next.map(MethodCallExpr::getNameAsString).orElse("");
      stub(call, expressions.of(given), variable(given), member, false);
    }
  }

  private static String variable(Expression scope) {
    return scope.isNameExpr() || scope.isFieldAccessExpr()
        ? DottedNames.last(scope.toString())
        : "";
  }

  private void stub(
      MethodCallExpr call, String real, String variable, String member, boolean ofType) {
    if (types.isWatched(real)) {
      stubs.add(
          new StubDraft(
              real, variable, member, ofType, call.getNameAsString(), Regions.of(call.getName())));
    }
  }

  /** The type that a method reference names, if it names one. */
  Optional<String> named(MethodReferenceExpr reference) {
    Expression scope = reference.getScope();
    return scope instanceof TypeExpr type
        ? Optional.of(expressions.of(type.getType()))
        : expressions.typeName(scope);
  }
}
