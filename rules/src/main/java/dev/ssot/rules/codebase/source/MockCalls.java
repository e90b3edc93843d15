package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.Type;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.MockingLibraries;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeNames;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.StandIn.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells the calls and annotations of mocking libraries in one file from those of other libraries
 * and of the file itself that have the same names.
 */
final class MockCalls {

  /** What makes a double, by the name of the method, whatever the library. */
  private static final Map<String, Form> MAKERS =
      Map.ofEntries(
          Map.entry("mock", Form.MOCK),
          Map.entry("niceMock", Form.MOCK),
          Map.entry("strictMock", Form.MOCK),
          Map.entry("createMock", Form.MOCK),
          Map.entry("createNiceMock", Form.MOCK),
          Map.entry("createStrictMock", Form.MOCK),
          Map.entry("spy", Form.SPY),
          Map.entry("partialMockBuilder", Form.PARTIAL_MOCK),
          Map.entry("createMockBuilder", Form.PARTIAL_MOCK),
          Map.entry("createPartialMock", Form.PARTIAL_MOCK),
          Map.entry("createNicePartialMock", Form.PARTIAL_MOCK),
          Map.entry("createStrictPartialMock", Form.PARTIAL_MOCK),
          Map.entry("createPartialMockAndInvokeDefaultConstructor", Form.PARTIAL_MOCK),
          Map.entry("mockStatic", Form.STATIC_MOCK),
          Map.entry("mockStaticNice", Form.STATIC_MOCK),
          Map.entry("mockStaticStrict", Form.STATIC_MOCK),
          Map.entry("mockStaticPartial", Form.STATIC_MOCK),
          Map.entry("mockStaticPartialNice", Form.STATIC_MOCK),
          Map.entry("mockStaticPartialStrict", Form.STATIC_MOCK),
          Map.entry("mockConstruction", Form.CONSTRUCTION_MOCK),
          Map.entry("mockConstructionWithAnswer", Form.CONSTRUCTION_MOCK),
          Map.entry("whenNew", Form.CONSTRUCTION_MOCK),
          Map.entry("expectNew", Form.CONSTRUCTION_MOCK),
          Map.entry("createMockAndExpectNew", Form.CONSTRUCTION_MOCK),
          Map.entry("createNiceMockAndExpectNew", Form.CONSTRUCTION_MOCK),
          Map.entry("createStrictMockAndExpectNew", Form.CONSTRUCTION_MOCK));

  private static final Map<String, Form> ANNOTATIONS =
      Map.ofEntries(
          Map.entry("Mock", Form.MOCK),
          Map.entry("MockNice", Form.MOCK),
          Map.entry("MockStrict", Form.MOCK),
          Map.entry("MockBean", Form.MOCK),
          Map.entry("MockitoBean", Form.MOCK),
          Map.entry("InjectMock", Form.MOCK),
          Map.entry("Mocked", Form.MOCK),
          Map.entry("Injectable", Form.MOCK),
          Map.entry("Capturing", Form.MOCK),
          Map.entry("Spy", Form.SPY),
          Map.entry("SpyBean", Form.SPY),
          Map.entry("MockitoSpyBean", Form.SPY),
          Map.entry("InjectSpy", Form.SPY));

  /** What is given a call, or the double of one, whose answer is then determined. */
  private static final Set<String> STUBBING = Set.of("when", "given", "expect", "willCall");

  /** Types of the libraries that a wildcard import may bring in. */
  private static final Set<String> TYPES =
      Set.of(
          "Mockito",
          "BDDMockito",
          "PowerMockito",
          "MockedStatic",
          "MockedConstruction",
          "EasyMock",
          "EasyMockSupport",
          "IMocksControl",
          "PowerMock",
          "Mockery",
          "JUnit4Mockery",
          "JUnitRuleMockery",
          "MockUp",
          "Expectations",
          "NonStrictExpectations",
          "StrictExpectations");

  private final SourceUnit unit;
  private final TestTypes types;
  private final TypeNames names;
  private final ExpressionTypes expressions;

  MockCalls(SourceUnit unit, TestTypes types, TypeNames names, ExpressionTypes expressions) {
    this.unit = unit;
    this.types = types;
    this.names = names;
    this.expressions = expressions;
  }

  /** How a call makes a double, if it does. */
  Optional<Form> maker(MethodCallExpr call) {
    return Optional.ofNullable(MAKERS.get(call.getNameAsString())).filter(form -> isOne(call));
  }

  /** Whether a call is given a call, or a double, to determine an answer. */
  boolean isStubbing(MethodCallExpr call) {
    return STUBBING.contains(call.getNameAsString())
        && call.getArguments().size() == 1
        && isOne(call);
  }

  /** How an annotation brings in a double, if it does. */
  Optional<Form> annotation(String written) {
    return Optional.ofNullable(ANNOTATIONS.get(DottedNames.last(written)))
        .filter(form -> isOfLibrary(written, MockingLibraries::mayAnnotate));
  }

  /** Whether a type as written is one of a mocking library. */
  boolean isOfLibrary(String written) {
    return isOfLibrary(written, MockingLibraries::have);
  }

  private boolean isOfLibrary(String written, Predicate<String> libraries) {
    String first = DottedNames.first(written);
    for (ImportFact single : unit.imports()) {
      boolean named =
          single.path() == AccessPath.IMPORT || single.path() == AccessPath.STATIC_IMPORT;
      if (named && single.simpleName().equals(first)) {
        return libraries.test(single.name());
      }
    }
    if (Character.isLowerCase(first.charAt(0))) {
      return libraries.test(written);
    }
    boolean known = TYPES.contains(first) || ANNOTATIONS.containsKey(first);
    return known
        && names.of(first).isEmpty()
        && unit.imports().stream()
            .filter(single -> single.path() == AccessPath.WILDCARD_IMPORT)
            .anyMatch(single -> libraries.test(single.name()));
  }

  /** Whether a call is one of a mocking library. */
  boolean isOne(MethodCallExpr call) {
    Optional<Expression> scope = call.getScope();
    if (scope.isEmpty() || scope.get().isThisExpr() || scope.get().isSuperExpr()) {
      return isBareOne(call, scope.isEmpty());
    }
    return isOfLibrary(scope.get());
  }

  private boolean isOfLibrary(Expression scope) {
    if (scope instanceof MethodCallExpr inner) {
      return isOne(inner);
    }
    if (scope instanceof ObjectCreationExpr creation) {
      return isOfLibrary(creation.getType().getNameWithScope());
    }
    if (scope.isEnclosedExpr()) {
      return isOfLibrary(scope.asEnclosedExpr().getInner());
    }
    if (scope instanceof NameExpr name) {
      Optional<Variables.Declared> variable = Variables.find(name.getNameAsString(), name);
      return variable.isPresent() ? isOfLibrary(variable.get()) : isType(name.toString(), scope);
    }
    if (scope instanceof FieldAccessExpr access && access.getScope().isThisExpr()) {
      return Variables.find(access.getNameAsString(), access).filter(this::isOfLibrary).isPresent();
    }
    return scope.isFieldAccessExpr() && isOfLibrary(scope.toString());
  }

  /** Whether a name without a variable of this file is a type of a library, or a field of one. */
  private boolean isType(String name, Expression place) {
    return Character.isUpperCase(name.charAt(0))
        ? isOfLibrary(name)
        : MockingLibraries.have(expressions.of(place));
  }

  private boolean isOfLibrary(Variables.Declared variable) {
    Type type = variable.type();
    if (type == null) {
      return false;
    }
    boolean inferred = type.isVarType() || type.asString().equals("var");
    return inferred
        ? variable.value() != null && isOfLibrary(variable.value())
        : isOfLibrary(Bodies.written(type));
  }

  /** A call without a receiver: imported statically, or inherited from a type of a library. */
  private boolean isBareOne(MethodCallExpr call, boolean importable) {
    String name = call.getNameAsString();
    if (isDeclaredAround(call, name)) {
      return false;
    }
    if (importable) {
      for (ImportFact single : unit.imports()) {
        if (single.path() == AccessPath.STATIC_IMPORT && single.simpleName().equals(name)) {
          return MockingLibraries.have(single.qualifier());
        }
      }
      boolean wildcard =
          unit.imports().stream()
              .filter(single -> single.path() == AccessPath.STATIC_WILDCARD_IMPORT)
              .anyMatch(single -> MockingLibraries.have(single.name()));
      if (wildcard) {
        return true;
      }
    }
    return types.ancestors(expressions.enclosing(call)).stream().anyMatch(MockingLibraries::have);
  }

  private static boolean isDeclaredAround(Node place, String name) {
    Node at = place.getParentNode().orElse(null);
    while (at != null) {
      List<? extends BodyDeclaration<?>> members =
          at instanceof TypeDeclaration<?> type
              ? type.getMembers()
              : at instanceof ObjectCreationExpr creation
                  ? creation.getAnonymousClassBody().map(List::copyOf).orElse(List.of())
                  : List.of();
      boolean declared =
          members.stream()
              .flatMap(member -> member.toMethodDeclaration().stream())
              .anyMatch(method -> method.getNameAsString().equals(name));
      if (declared) {
        return true;
      }
      at = at.getParentNode().orElse(null);
    }
    return false;
  }
}
