package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.Type;
import dev.ssot.rules.codebase.TypeNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the types of expressions of one file as far as declarations show them: those of the file,
 * the members of the codebase's types, and the JDK's.
 *
 * <p>What they do not show is the empty string, never a guess. Not safe for concurrent use.
 */
final class ExpressionTypes {

  /** The type of the literal {@code null}. */
  static final String NULL = "null";

  private static final int DEEPEST = 40;
  private static final Set<BinaryExpr.Operator> TRUTHS =
      Set.of(
          BinaryExpr.Operator.AND,
          BinaryExpr.Operator.OR,
          BinaryExpr.Operator.EQUALS,
          BinaryExpr.Operator.NOT_EQUALS,
          BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.GREATER,
          BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.GREATER_EQUALS);

  private final TypeNames names;
  private final MemberTypes members;
  private final String packageName;
  private int depth;

  ExpressionTypes(TypeNames names, MemberTypes members, String packageName) {
    this.names = names;
    this.members = members;
    this.packageName = packageName;
  }

  /** The type of an expression, or the empty string. */
  String of(Expression expression) {
    if (depth >= DEEPEST) {
      return "";
    }
    depth++;
    try {
      return lookUp(expression);
    } finally {
      depth--;
    }
  }

  private String lookUp(Expression expression) {
    if (expression instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (expression instanceof NameExpr name) {
      return variable(name.getNameAsString(), name).orElse("");
    }
    if (expression instanceof MethodCallExpr call) {
      return called(call);
    }
    if (expression instanceof FieldAccessExpr access) {
      return field(access);
    }
    if (expression instanceof BinaryExpr binary) {
      return binary(binary);
    }
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner());
    }
    if (expression.isObjectCreationExpr()) {
      return of(expression.asObjectCreationExpr().getType());
    }
    if (expression.isCastExpr()) {
      return of(expression.asCastExpr().getType());
    }
    return rare(expression);
  }

  private String rare(Expression expression) {
    if (expression.isThisExpr()) {
      return enclosing(expression);
    }
    if (expression.isUnaryExpr()) {
      return of(expression.asUnaryExpr().getExpression());
    }
    if (expression.isInstanceOfExpr()) {
      return "boolean";
    }
    if (expression.isClassExpr()) {
      return "java.lang.Class";
    }
    if (expression.isConditionalExpr()) {
      String one = of(expression.asConditionalExpr().getThenExpr());
      return one.equals(of(expression.asConditionalExpr().getElseExpr())) ? one : "";
    }
    if (expression.isArrayAccessExpr()) {
      String array = of(expression.asArrayAccessExpr().getName());
      return array.endsWith("[]") ? array.substring(0, array.length() - 2) : "";
    }
    return expression.isAssignExpr() ? of(expression.asAssignExpr().getTarget()) : "";
  }

  /** The full name of a type as written. */
  String of(Type written) {
    return names.of(Bodies.written(written));
  }

  private static String literal(LiteralExpr literal) {
    if (literal.isNullLiteralExpr()) {
      return NULL;
    }
    if (literal.isStringLiteralExpr() || literal.isTextBlockLiteralExpr()) {
      return "java.lang.String";
    }
    if (literal.isBooleanLiteralExpr()) {
      return "boolean";
    }
    if (literal.isCharLiteralExpr()) {
      return "char";
    }
    if (literal.isLongLiteralExpr()) {
      return "long";
    }
    boolean single = literal.toString().toLowerCase(Locale.ROOT).endsWith("f");
    return literal.isIntegerLiteralExpr() ? "int" : single ? "float" : "double";
  }

  /** The type of a variable that is seen at a place; empty if no variable has this name. */
  Optional<String> variable(String name, Node place) {
    return Variables.find(name, place)
        .map(this::declared)
        .or(() -> members.field(enclosing(place), name));
  }

  private String declared(Variables.Declared variable) {
    Type type = variable.type();
    if (type == null) {
      return "";
    }
    Expression value = variable.value();
    boolean inferred = type.isVarType() || type.asString().equals("var");
    if (inferred) {
      return value == null ? "" : of(value);
    }
    return of(type);
  }

  private String binary(BinaryExpr binary) {
    if (TRUTHS.contains(binary.getOperator())) {
      return "boolean";
    }
    String left = of(binary.getLeft());
    String right = of(binary.getRight());
    boolean text = left.equals("java.lang.String") || right.equals("java.lang.String");
    return binary.getOperator() == BinaryExpr.Operator.PLUS && text
        ? "java.lang.String"
        : (left.equals(right) && left.equals("int")) ? left : "";
  }

  private String called(MethodCallExpr call) {
    int arguments = call.getArguments().size();
    String name = call.getNameAsString();
    if (call.getScope().isEmpty()) {
      return declaredHere(call).orElseGet(() -> members.result(enclosing(call), name, arguments));
    }
    Expression scope = call.getScope().orElseThrow();
    String type = typeName(scope).orElseGet(() -> of(scope));
    return members.result(type, name, arguments);
  }

  /** What the method of a call without a receiver gives, if a type around the call declares it. */
  private Optional<String> declaredHere(MethodCallExpr call) {
    Node node = call;
    while (node != null) {
      Set<String> results = results(node, call);
      if (!results.isEmpty()) {
        return Optional.of(results.size() == 1 ? results.iterator().next() : "");
      }
      node = node.getParentNode().orElse(null);
    }
    return Optional.empty();
  }

  private Set<String> results(Node type, MethodCallExpr call) {
    List<BodyDeclaration<?>> members = List.of();
    if (type instanceof TypeDeclaration<?> named) {
      members = named.getMembers();
    } else if (type instanceof ObjectCreationExpr creation) {
      members =
          creation
              .getAnonymousClassBody()
              .map(body -> (List<BodyDeclaration<?>>) body)
              .orElse(members);
    }
    return members.stream()
        .filter(BodyDeclaration::isMethodDeclaration)
        .map(BodyDeclaration::asMethodDeclaration)
        .filter(method -> method.getNameAsString().equals(call.getNameAsString()))
        .filter(method -> method.getParameters().size() == call.getArguments().size())
        .map(method -> of(method.getType()))
        .collect(Collectors.toSet());
  }

  private String field(FieldAccessExpr access) {
    Expression scope = access.getScope();
    String type = typeName(scope).orElseGet(() -> of(scope));
    return members.field(type, access.getNameAsString()).orElse("");
  }

  /** The type that an expression names, if it is no value but the name of a type. */
  Optional<String> typeName(Expression scope) {
    if (scope instanceof NameExpr name) {
      String text = name.getNameAsString();
      boolean maybe = Character.isUpperCase(text.charAt(0)) && variable(text, scope).isEmpty();
      return Optional.of(names.of(text)).filter(type -> maybe && !type.isEmpty());
    }
    if (scope instanceof FieldAccessExpr access
        && Character.isUpperCase(access.getNameAsString().charAt(0))) {
      String text = access.toString();
      boolean plain = text.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
      return Optional.of(plain ? names.of(text) : "").filter(members::isType);
    }
    return Optional.empty();
  }

  /** The full name of the innermost named type around a node. */
  String enclosing(Node place) {
    StringBuilder name = new StringBuilder();
    Node node = place;
    while (node != null) {
      if (node instanceof TypeDeclaration<?> type) {
        name.insert(0, "." + type.getNameAsString());
      }
      node = node.getParentNode().orElse(null);
    }
    return name.length() == 0 || packageName.isEmpty()
        ? name.substring(Math.min(1, name.length()))
        : packageName + name;
  }
}
