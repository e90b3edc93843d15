package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.AssertStmt;
import dev.ssot.rules.codebase.TestOutline.Kind;
import dev.ssot.rules.codebase.Words;
import java.util.List;
import java.util.Set;

/**
 * What makes a test of a method for JUnit 3, 4 and 5, TestNG and jqwik, and what of it they run.
 */
final class TestSigns {

  private static final Set<String> TEST =
      Set.of(
          "Test",
          "ParameterizedTest",
          "RepeatedTest",
          "TestFactory",
          "TestTemplate",
          "Theory",
          "Property");
  private static final Set<String> BEFORE =
      Set.of(
          "Before",
          "BeforeAll",
          "BeforeClass",
          "BeforeEach",
          "BeforeGroups",
          "BeforeMethod",
          "BeforeSuite",
          "BeforeTest");
  private static final Set<String> AFTER =
      Set.of(
          "After",
          "AfterAll",
          "AfterClass",
          "AfterEach",
          "AfterGroups",
          "AfterMethod",
          "AfterSuite",
          "AfterTest");
  private static final Set<String> DISABLED = Set.of("Disabled", "Ignore");

  /** First words of methods that fail on a wrong result. */
  private static final Set<String> ASSERTING =
      Set.of(
          "assert",
          "await",
          "check",
          "ensure",
          "expect",
          "fail",
          "must",
          "should",
          "until",
          "validate",
          "verify");

  private TestSigns() {}

  /**
   * When a member of a type runs.
   *
   * @param old whether the type is one of JUnit 3, where names say what a method is
   * @param all whether its annotation makes tests of all its public methods, as TestNG has it
   */
  static Kind kind(BodyDeclaration<?> member, boolean old, boolean all) {
    if (!(member instanceof MethodDeclaration method)) {
      return Kind.BEFORE;
    }
    if (has(method, TEST)) {
      return Kind.TEST;
    }
    String name = method.getNameAsString();
    if (has(method, BEFORE) || (old && name.equals("setUp"))) {
      return Kind.BEFORE;
    }
    if (has(method, AFTER) || (old && name.equals("tearDown"))) {
      return Kind.AFTER;
    }
    boolean plain =
        method.isPublic()
            && !method.isStatic()
            && method.getType().isVoidType()
            && method.getParameters().isEmpty();
    return plain && (all || (old && name.startsWith("test"))) ? Kind.TEST : Kind.CALLED;
  }

  static boolean isAnnotatedAsTest(NodeWithAnnotations<?> type) {
    return type.getAnnotationByName("Test").isPresent();
  }

  /** Whether a declaration says itself that it is not to run. */
  static boolean isDisabled(NodeWithAnnotations<?> declaration) {
    return has(declaration, DISABLED)
        || declaration.getAnnotations().stream().anyMatch(one -> has(one, "enabled", "false"));
  }

  /** Whether an annotation of a test says what it has to throw. */
  static boolean isExpecting(NodeWithAnnotations<?> method) {
    return method.getAnnotations().stream()
        .anyMatch(one -> has(one, "expected", "") || has(one, "expectedExceptions", ""));
  }

  /** Whether a node could fail on a wrong result. */
  static boolean isAsserting(Node node) {
    if (node instanceof MethodCallExpr call) {
      List<String> words = Words.split(call.getNameAsString());
      boolean more = words.size() > 1;
      boolean expecting = more && words.get(0).equals("and");
      return call.getNameAsString().equals("then")
          || (more && words.get(0).equals("wait"))
          || (!words.isEmpty() && ASSERTING.contains(words.get(expecting ? 1 : 0)));
    }
    if (node instanceof ObjectCreationExpr creation) {
      String name = creation.getType().getNameAsString();
      return name.equals("AssertionError") || name.endsWith("Verifications");
    }
    return node instanceof AssertStmt;
  }

  private static boolean has(NodeWithAnnotations<?> declaration, Set<String> names) {
    return declaration.getAnnotations().stream()
        .anyMatch(one -> names.contains(one.getName().getIdentifier()));
  }

  /** Whether an annotation gives an element this value, or any where it is empty. */
  private static boolean has(AnnotationExpr annotation, String element, String value) {
    return annotation instanceof NormalAnnotationExpr normal
        && normal.getPairs().stream()
            .filter(pair -> pair.getNameAsString().equals(element))
            .anyMatch(pair -> value.isEmpty() || pair.getValue().toString().equals(value));
  }
}
