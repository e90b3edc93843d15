package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives every identifier of a class's own making another name.
 *
 * <p>There are no types at hand, so a member of another object is only taken for one of the class's
 * own where the file itself shows the type of that object; otherwise its name stays.
 */
final class Names {

  /** Methods that every class inherits, and those that the virtual machine calls by name. */
  static final Set<String> OF_OBJECT =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "clone",
          "finalize",
          "main",
          "readObject",
          "writeObject",
          "readResolve",
          "writeReplace");

  /** Methods that super-types of the platform prescribe. */
  static final Set<String> OF_PLATFORM =
      Set.of(
          "compareTo",
          "compare",
          "close",
          "run",
          "call",
          "get",
          "accept",
          "apply",
          "test",
          "iterator",
          "hasNext",
          "next",
          "read",
          "write",
          "flush");

  private final Workpiece piece;
  private final Dice dice;
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> forced = new HashSet<>();
  private final Map<String, Set<String>> typesOfVariables = new HashMap<>();
  private final Map<String, String> resultsOfMethods = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Names(Workpiece piece, Dice dice) {
    this.piece = piece;
    this.dice = dice;
  }

  static void change(Workpiece piece, Dice dice) {
    Names names = new Names(piece, dice);
    names.collect();
    names.apply();
  }

  private void collect() {
    for (TypeDeclaration<?> type : piece.type().findAll(TypeDeclaration.class, one -> true)) {
      invent(types, type.getNameAsString());
    }
    for (MethodDeclaration method : piece.type().findAll(MethodDeclaration.class)) {
      collect(method);
    }
    piece
        .type()
        .findAll(VariableDeclarator.class)
        .forEach(one -> variable(one.getNameAsString(), one.getType()));
    piece
        .type()
        .findAll(Parameter.class)
        .forEach(one -> variable(one.getNameAsString(), one.getType()));
    piece
        .type()
        .findAll(TypePatternExpr.class)
        .forEach(one -> variable(one.getNameAsString(), one.getType()));
    piece
        .type()
        .findAll(EnumConstantDeclaration.class)
        .forEach(one -> invent(variables, one.getNameAsString()));
    forced.forEach(methods::remove);
  }

  private void collect(MethodDeclaration method) {
    String name = method.getNameAsString();
    boolean ownMember =
        method.getParentNode().filter(TypeDeclaration.class::isInstance).isPresent();
    if (!ownMember || piece.isForced(method)) {
      forced.add(name);
    } else {
      invent(methods, name);
      resultsOfMethods.put(name, method.getType().asString());
    }
  }

  private void variable(String name, Type type) {
    invent(variables, name);
    typesOfVariables.computeIfAbsent(name, one -> new HashSet<>()).add(type.asString());
  }

  private void invent(Map<String, String> names, String old) {
    if (!names.containsKey(old)) {
      String name = dice.nameLike(old);
      while (!taken.add(name)) {
        name = dice.nameLike(old) + taken.size();
      }
      names.put(old, name);
    }
  }

  private void apply() {
    IdentityHashMap<SimpleName, String> changes = new IdentityHashMap<>();
    for (SimpleName simple : piece.type().findAll(SimpleName.class)) {
      Node parent = simple.getParentNode().orElseThrow();
      nameFor(simple.getIdentifier(), parent).ifPresent(name -> changes.put(simple, name));
    }
    for (MethodReferenceExpr reference : piece.type().findAll(MethodReferenceExpr.class)) {
      String name = methods.get(reference.getIdentifier());
      if (name != null && isOwn(reference.getScope())) {
        reference.setIdentifier(name);
      }
    }
    changes.forEach(SimpleName::setIdentifier);
  }

  private Optional<String> nameFor(String old, Node parent) {
    if (parent instanceof TypeDeclaration<?> || parent instanceof ConstructorDeclaration) {
      return name(types, old);
    }
    if (parent instanceof ClassOrInterfaceType type) {
      boolean own =
          type.getScope().map(scope -> types.containsKey(scope.getNameAsString())).orElse(true);
      return own ? name(types, old) : Optional.empty();
    }
    if (parent instanceof MethodDeclaration) {
      return name(methods, old);
    }
    if (parent instanceof MethodCallExpr call) {
      return call.getScope().map(this::isOwn).orElse(true) ? name(methods, old) : Optional.empty();
    }
    if (parent instanceof FieldAccessExpr access) {
      return isOwn(access.getScope())
          ? name(variables, old).or(() -> name(types, old))
          : Optional.empty();
    }
    if (parent instanceof NameExpr) {
      return name(variables, old).or(() -> name(types, old));
    }
    boolean declares =
        parent instanceof VariableDeclarator
            || parent instanceof Parameter
            || parent instanceof TypePatternExpr
            || parent instanceof EnumConstantDeclaration;
    return declares ? name(variables, old) : Optional.empty();
  }

  private static Optional<String> name(Map<String, String> names, String old) {
    return Optional.ofNullable(names.get(old));
  }

  /** Whether the members of an expression are those of the class or of a type nested in it. */
  private boolean isOwn(Expression scope) {
    if (scope.isThisExpr()) {
      return true;
    }
    if (scope.isNameExpr()) {
      String name = scope.asNameExpr().getNameAsString();
      return types.containsKey(name) || isOwnVariable(name);
    }
    if (scope.isFieldAccessExpr()) {
      FieldAccessExpr access = scope.asFieldAccessExpr();
      return isOwn(access.getScope()) && isOwnVariable(access.getNameAsString());
    }
    if (scope.isMethodCallExpr()) {
      String result = resultsOfMethods.get(scope.asMethodCallExpr().getNameAsString());
      return result != null && isOwnType(result);
    }
    return scope.isObjectCreationExpr()
        && types.containsKey(scope.asObjectCreationExpr().getType().getNameAsString());
  }

  private boolean isOwnVariable(String name) {
    Set<String> declared = typesOfVariables.getOrDefault(name, Set.of());
    return !declared.isEmpty() && declared.stream().allMatch(this::isOwnType);
  }

  private boolean isOwnType(String type) {
    int arguments = type.indexOf('<');
    return types.containsKey(arguments < 0 ? type : type.substring(0, arguments));
  }
}
