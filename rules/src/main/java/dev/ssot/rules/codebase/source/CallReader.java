package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.ssot.rules.codebase.CallFact;
import dev.ssot.rules.codebase.CallFact.Kind;
import dev.ssot.rules.codebase.CallFact.Result;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads the calls of one file that are made on watched types. Not safe for concurrent use. */
final class CallReader {

  private final SourceUnit unit;
  private final Set<String> watched;
  private final Set<String> members;
  private final ExpressionTypes types;
  private final MemberTypes memberTypes;
  private final List<CallFact> calls = new ArrayList<>();

  /**
   * A reader.
   *
   * @param watched qualified names of types
   * @param members names of members; a call of one of them is noted also where the type of its
   *     receiver is not known
   */
  CallReader(SourceUnit unit, Set<String> watched, Set<String> members, MemberTypes memberTypes) {
    this.unit = unit;
    this.watched = watched;
    this.members = members;
    this.memberTypes = memberTypes;
    this.types = new ExpressionTypes(memberTypes.namesOf(unit), memberTypes, unit.packageName());
  }

  /** The calls, in the order of the text. */
  List<CallFact> read(CompilationUnit tree) {
    tree.walk(
        node -> {
          if (node instanceof MethodCallExpr call) {
            call(call);
          } else if (node instanceof ObjectCreationExpr creation) {
            creation(creation);
          } else if (node instanceof MethodReferenceExpr reference) {
            reference(reference);
          } else if (node instanceof FieldAccessExpr access) {
            field(access);
          }
        });
    calls.sort(Comparator.comparing(CallFact::location));
    return calls;
  }

  private void call(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (call.getScope().isEmpty()) {
      bare(call, name);
      return;
    }
    Expression scope = call.getScope().orElseThrow();
    String named = types.typeName(scope).orElse("");
    String type = named.isEmpty() ? types.of(scope) : named;
    if (watched.contains(type) || (type.isEmpty() && members.contains(name))) {
      note(Kind.METHOD, type, !named.isEmpty(), name, call.getArguments(), call, call.getName());
    }
  }

  /** A call without a receiver: imported statically, or inherited from a watched type. */
  private void bare(MethodCallExpr call, String name) {
    String own = types.enclosing(call);
    boolean declared =
        unit.types().stream()
            .flatMap(type -> type.methods().stream())
            .anyMatch(method -> method.name().equals(name));
    if (declared) {
      return;
    }
    for (ImportFact single : unit.imports()) {
      boolean one =
          single.path() == AccessPath.STATIC_IMPORT
              && single.simpleName().equals(name)
              && watched.contains(single.qualifier());
      boolean all =
          single.path() == AccessPath.STATIC_WILDCARD_IMPORT
              && watched.contains(single.name())
              && members.contains(name);
      if (one || all) {
        String type = one ? single.qualifier() : single.name();
        note(Kind.METHOD, type, true, name, call.getArguments(), call, call.getName());
        return;
      }
    }
    if (members.contains(name) && watched.stream().anyMatch(w -> memberTypes.inherits(own, w))) {
      note(Kind.METHOD, "", false, name, call.getArguments(), call, call.getName());
    }
  }

  private void creation(ObjectCreationExpr creation) {
    String type = types.of(creation.getType());
    if (watched.contains(type)) {
      String known = creation.getAnonymousClassBody().isPresent() ? "" : type;
      String name = creation.getType().getNameAsString();
      note(Kind.CONSTRUCTOR, known, true, name, creation.getArguments(), creation, creation);
    }
  }

  /** A method reference does not show its arguments, so that nothing can be said of it. */
  private void reference(MethodReferenceExpr reference) {
    Expression scope = reference.getScope();
    String type =
        scope instanceof TypeExpr named
            ? types.of(named.getType())
            : types.typeName(scope).orElseGet(() -> types.of(scope));
    if (watched.contains(type)) {
      note(Kind.METHOD, "", false, reference.getIdentifier(), List.of(), reference, reference);
    }
  }

  private void field(FieldAccessExpr access) {
    String type = types.typeName(access.getScope()).orElse("");
    boolean constant = memberTypes.field(type, access.getNameAsString()).isPresent();
    if (watched.contains(type) && constant) {
      note(Kind.FIELD, type, true, access.getNameAsString(), List.of(), access, access.getName());
    }
  }

  private void note(
      Kind kind,
      String receiver,
      boolean onType,
      String member,
      List<Expression> arguments,
      Expression whole,
      Node place) {
    calls.add(
        new CallFact(
            kind,
            receiver,
            onType,
            member,
            arguments.stream().map(types::of).toList(),
            result(whole),
            new Location(unit.path(), Regions.of(place)),
            types.enclosing(whole)));
  }

  private Result result(Expression call) {
    Node parent = call.getParentNode().orElse(null);
    if (parent instanceof EnclosedExpr enclosed) {
      return result(enclosed);
    }
    if (parent instanceof ExpressionStmt || parent instanceof LambdaExpr) {
      return Result.dropped();
    }
    if (parent instanceof VariableDeclarator variable) {
      String written = variable.getType().asString();
      return Result.usedAs(written.equals("var") ? "" : types.of(variable.getType()));
    }
    if (parent instanceof AssignExpr assignment && Regions.isSame(assignment.getValue(), call)) {
      return Result.usedAs(
          assignment.getOperator() == AssignExpr.Operator.ASSIGN
              ? types.of(assignment.getTarget())
              : "");
    }
    if (parent instanceof ReturnStmt) {
      return returned(parent);
    }
    return Result.usedAs(parent != null && isTruth(parent, call) ? "boolean" : "");
  }

  private Result returned(Node statement) {
    Node node = statement;
    while (node != null && !(node instanceof MethodDeclaration) && !(node instanceof LambdaExpr)) {
      node = node.getParentNode().orElse(null);
    }
    return Result.usedAs(
        node instanceof MethodDeclaration method ? types.of(method.getType()) : "");
  }

  private static boolean isTruth(Node parent, Expression call) {
    if (parent instanceof UnaryExpr unary) {
      return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }
    if (parent instanceof BinaryExpr binary) {
      return binary.getOperator() == BinaryExpr.Operator.AND
          || binary.getOperator() == BinaryExpr.Operator.OR;
    }
    if (parent instanceof ConditionalExpr conditional) {
      return Regions.isSame(conditional.getCondition(), call);
    }
    return parent instanceof IfStmt || parent instanceof WhileStmt || parent instanceof DoStmt;
  }
}
