package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.StandIn.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what one member of test code does with watched types. */
final class MemberLook {

  private final SourceUnit unit;
  private final TestTypes types;
  private final ExpressionTypes expressions;
  private final MockCalls mocks;
  private final Set<String> assigned;
  private final Set<String> touched = new LinkedHashSet<>();
  private final Set<String> calls = new LinkedHashSet<>();
  private final List<DoubleDraft> doubles = new ArrayList<>();
  private final DoubleCalls calledDoubles;
  private boolean asserts;

  /**
   * A look at one member.
   *
   * @param assigned simple names of the variables to which the file assigns something
   */
  MemberLook(
      SourceUnit unit,
      TestTypes types,
      ExpressionTypes expressions,
      MockCalls mocks,
      Set<String> assigned) {
    this.unit = unit;
    this.types = types;
    this.expressions = expressions;
    this.mocks = mocks;
    this.assigned = assigned;
    this.calledDoubles = new DoubleCalls(types, expressions, mocks, doubles);
  }

  Set<String> touched() {
    return touched;
  }

  Set<String> calls() {
    return calls;
  }

  List<DoubleDraft> doubles() {
    return doubles;
  }

  List<StubDraft> stubs() {
    return calledDoubles.stubs();
  }

  boolean asserts() {
    return asserts;
  }

  /**
   * Reads a member.
   *
   * @param injected whether its parameters come from whatever runs the tests
   */
  void read(BodyDeclaration<?> member, boolean injected) {
    if (member instanceof FieldDeclaration field) {
      declared(
          field.getAnnotations(), field.getElementType(), field.getVariable(0).getNameAsString());
    } else if (member instanceof CallableDeclaration<?> callable) {
      callable.getAnnotations().forEach(annotation -> annotation(annotation, "", ""));
      callable.getParameters().forEach(parameter -> parameter(parameter, injected));
    }
    member.walk(node -> note(node, member));
  }

  private void note(Node node, BodyDeclaration<?> member) {
    asserts |= TestSigns.isAsserting(node);
    if (node instanceof MethodCallExpr call) {
      call(call);
    } else if (node instanceof ObjectCreationExpr creation) {
      creation(creation);
    } else if (node instanceof LambdaExpr lambda) {
      function(lambda, "a lambda", HandFakes.isCanned(lambda));
    } else if (node instanceof MethodReferenceExpr reference) {
      reference(reference);
      function(reference, "a method reference", HandFakes.isCanned(reference));
    } else if (node instanceof VariableDeclarator variable) {
      variable(variable, member instanceof FieldDeclaration field ? field : null);
    } else if (node instanceof LocalClassDeclarationStmt local) {
      local.getClassDeclaration().getExtendedTypes().forEach(type -> local(local, type));
      local.getClassDeclaration().getImplementedTypes().forEach(type -> local(local, type));
    }
  }

  /** Notes what an annotation brings in, for a variable if it stands at one. */
  boolean annotation(AnnotationExpr annotation, String declared, String variable) {
    Optional<Form> form = mocks.annotation(annotation.getNameAsString());
    if (form.isEmpty()) {
      return false;
    }
    Stream<String> named =
        variable.isEmpty()
            ? annotation.findAll(ClassExpr.class).stream()
                .map(literal -> expressions.of(literal.getType()))
            : Stream.of(declared);
    named
        .flatMap(name -> types.watchedBehind(name).stream())
        .forEach(
            real ->
                doubles.add(
                    new DoubleDraft(
                        real,
                        form.get(),
                        "@" + annotation.getName().getIdentifier(),
                        Regions.of(annotation.getName()),
                        variable,
                        List.of())));
    return true;
  }

  /** Whether annotations of a variable bring in a double, of whatever type. */
  private boolean declared(List<AnnotationExpr> annotations, Type type, String variable) {
    String name = expressions.of(type);
    boolean any = false;
    for (AnnotationExpr annotation : annotations) {
      any |= annotation(annotation, name, variable);
    }
    return any;
  }

  private void parameter(Parameter parameter, boolean injected) {
    boolean doubled =
        declared(parameter.getAnnotations(), parameter.getType(), parameter.getNameAsString());
    if (injected && !doubled) {
      touch(expressions.of(parameter.getType()));
    }
  }

  private void touch(String type) {
    if (types.isNoted(type)) {
      touched.add(type);
    }
  }

  private void variable(VariableDeclarator variable, @Nullable FieldDeclaration field) {
    String type = expressions.of(variable.getType());
    if (!types.isNoted(type)) {
      return;
    }
    boolean doubled =
        field != null
            && field.getAnnotations().stream()
                .anyMatch(one -> mocks.annotation(one.getNameAsString()).isPresent());
    Optional<Expression> value = variable.getInitializer();
    boolean given =
        value.isEmpty()
            ? field != null && !assigned.contains(variable.getNameAsString())
            : !isTold(value.get());
    if (given && !doubled) {
      touched.add(type);
    }
  }

  /** Whether a value says itself what it is: nothing, a new instance, a double. */
  private boolean isTold(Expression value) {
    Expression plain = value;
    while (plain.isEnclosedExpr() || plain.isCastExpr()) {
      plain =
          plain.isEnclosedExpr()
              ? plain.asEnclosedExpr().getInner()
              : plain.asCastExpr().getExpression();
    }
    return plain.isNullLiteralExpr()
        || plain.isObjectCreationExpr()
        || plain.isLambdaExpr()
        || (plain instanceof MethodCallExpr call && mocks.isOne(call));
  }

  private void call(MethodCallExpr call) {
    if (!calledDoubles.read(call)) {
      own(call).ifPresent(calls::add);
      call.getScope().flatMap(expressions::typeName).ifPresent(this::touch);
      if (call.getScope().isEmpty()) {
        importedStatically(call.getNameAsString());
      }
    }
  }

  /** The name of the method that a call runs, if it may be one of the type itself. */
  private static Optional<String> own(MethodCallExpr call) {
    return call.getScope().filter(scope -> !scope.isThisExpr() && !scope.isSuperExpr()).isPresent()
        ? Optional.empty()
        : Optional.of(call.getNameAsString());
  }

  private void importedStatically(String name) {
    for (ImportFact single : unit.imports()) {
      if (single.path() == AccessPath.STATIC_IMPORT && single.simpleName().equals(name)) {
        touch(single.qualifier());
      }
    }
  }

  private void reference(MethodReferenceExpr reference) {
    boolean given =
        reference.getParentNode().orElse(null) instanceof MethodCallExpr call && mocks.isOne(call);
    if (!given) {
      calledDoubles.named(reference).ifPresent(this::touch);
    }
  }

  /** A fake of a type with one method, if it gives canned answers. */
  private void function(Expression function, String by, boolean canned) {
    if (canned) {
      types
          .watchedBehind(asked(function))
          .ifPresent(
              real ->
                  doubles.add(
                      new DoubleDraft(
                          real,
                          Form.FAKE,
                          by,
                          Regions.of(function),
                          DoubleCalls.keptIn(function),
                          List.of())));
    }
  }

  /** The type that the place of a function asks for, or the empty string. */
  private String asked(Expression function) {
    Node parent = function.getParentNode().orElse(null);
    if (parent instanceof ObjectCreationExpr creation) {
      String type = expressions.of(creation.getType());
      return argument(type, DottedNames.last(type), creation.getArguments(), function);
    }
    if (parent instanceof MethodCallExpr call) {
      return argument(receiver(call), call.getNameAsString(), call.getArguments(), function);
    }
    return calledDoubles.inferred(function);
  }

  private String receiver(MethodCallExpr call) {
    return call.getScope()
        .map(scope -> expressions.typeName(scope).orElseGet(() -> expressions.of(scope)))
        .orElseGet(() -> expressions.enclosing(call));
  }

  private String argument(
      String type, String method, List<Expression> arguments, Expression function) {
    for (int i = 0; i < arguments.size(); i++) {
      if (Nodes.same(arguments.get(i), function)) {
        return types.members().parameter(type, method, arguments.size(), i);
      }
    }
    return "";
  }

  private void creation(ObjectCreationExpr creation) {
    String type = expressions.of(creation.getType());
    Optional<String> jmockit = mockUp(creation.getType());
    if (jmockit.isPresent()) {
      doubles.add(by(creation, jmockit.get(), Form.PARTIAL_MOCK, "MockUp", List.of()));
    } else if (mocks.isOfLibrary(creation.getType().getNameWithScope())) {
      creation.getArguments().stream()
          .map(MemberLook::unwrapped)
          .map(
              argument ->
                  argument instanceof ClassExpr literal
                      ? expressions.of(literal.getType())
                      : expressions.of(argument))
          .filter(types::isWatched)
          .forEach(
              real ->
                  doubles.add(
                      by(
                          creation,
                          real,
                          Form.PARTIAL_MOCK,
                          creation.getType().getNameAsString(),
                          List.of())));
    } else if (creation.getAnonymousClassBody().isPresent()) {
      anonymous(creation, type);
    } else {
      touch(type);
    }
  }

  private static Expression unwrapped(Expression expression) {
    return expression.isEnclosedExpr() ? expression.asEnclosedExpr().getInner() : expression;
  }

  private void anonymous(ObjectCreationExpr creation, String type) {
    Optional<String> real = types.watchedBehind(type);
    Optional<List<String>> canned =
        real.flatMap(
            behind -> types.fakes().canned(creation.getAnonymousClassBody().orElseThrow(), behind));
    if (canned.isPresent()) {
      doubles.add(by(creation, real.orElseThrow(), Form.FAKE, "an anonymous class", canned.get()));
    } else {
      touch(type);
    }
  }

  private static DoubleDraft by(
      ObjectCreationExpr creation, String real, Form form, String by, List<String> stubbed) {
    return new DoubleDraft(
        real,
        form,
        by,
        Regions.of(creation.getType().getName()),
        DoubleCalls.keptIn(creation),
        stubbed);
  }

  /** The watched type of which a type of JMockit replaces methods. */
  Optional<String> mockUp(ClassOrInterfaceType type) {
    boolean one =
        type.getNameAsString().equals("MockUp") && mocks.isOfLibrary(type.getNameWithScope());
    return one
        ? type.getTypeArguments().stream()
            .flatMap(List::stream)
            .map(expressions::of)
            .filter(types::isWatched)
            .findFirst()
        : Optional.empty();
  }

  private void local(LocalClassDeclarationStmt local, ClassOrInterfaceType parent) {
    types
        .watchedBehind(expressions.of(parent))
        .ifPresent(
            real ->
                types
                    .fakes()
                    .canned(local.getClassDeclaration().getMembers(), real)
                    .ifPresent(
                        canned ->
                            doubles.add(
                                new DoubleDraft(
                                    real,
                                    Form.FAKE,
                                    "class " + local.getClassDeclaration().getNameAsString(),
                                    Regions.of(local.getClassDeclaration().getName()),
                                    "",
                                    canned))));
  }
}
