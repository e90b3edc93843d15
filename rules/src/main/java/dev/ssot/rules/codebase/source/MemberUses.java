package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.ssot.rules.codebase.MemberUse;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the uses of members that a policy watches, with the type of the receiver where a
 * declaration of the same top-level type shows it.
 */
final class MemberUses {

  private static final String AMBIGUOUS = "";

  private final Set<String> watched;
  private final List<MemberUse> uses = new ArrayList<>();
  private Map<String, String> variables = Map.of();
  private String inType = "";

  MemberUses(Set<String> watched) {
    this.watched = watched;
  }

  void enter(TypeDeclaration<?> type, String name) {
    if (watched.isEmpty()) {
      return;
    }
    inType = name;
    variables = new HashMap<>();
    type.walk(VariableDeclarator.class, v -> declare(v.getNameAsString(), typeOf(v)));
    type.walk(Parameter.class, p -> declare(p.getNameAsString(), Bodies.written(p.getType())));
    type.walk(
        TypePatternExpr.class, p -> declare(p.getNameAsString(), Bodies.written(p.getType())));
  }

  private static String typeOf(VariableDeclarator variable) {
    String written = Bodies.written(variable.getType());
    return written.equals("var")
        ? variable.getInitializer().map(MemberUses::shownType).orElse("")
        : written;
  }

  private void declare(String name, String type) {
    variables.merge(name, type, (known, next) -> known.equals(next) ? known : AMBIGUOUS);
  }

  void call(MethodCallExpr call) {
    if (watched.contains(call.getNameAsString())) {
      String member = call.getNameAsString();
      call.getScope()
          .ifPresentOrElse(
              scope -> note(scope, member, call.getName()),
              () -> uses.add(new MemberUse("", member, true, Regions.of(call.getName()), inType)));
    }
  }

  /** A plain name that no variable of the file has: a constant may be imported statically. */
  void name(NameExpr name) {
    String text = name.getNameAsString();
    if (watched.contains(text) && !variables.containsKey(text)) {
      uses.add(new MemberUse("", text, true, Regions.of(name), inType));
    }
  }

  void access(FieldAccessExpr access) {
    if (watched.contains(access.getNameAsString())) {
      note(access.getScope(), access.getNameAsString(), access.getName());
    }
  }

  void reference(MethodReferenceExpr reference) {
    String member = reference.getIdentifier();
    if (watched.contains(member)) {
      Region whole = Regions.of(reference);
      Region name =
          new Region(
              whole.endLine(),
              Math.max(1, whole.endColumn() - member.length()),
              whole.endLine(),
              whole.endColumn());
      uses.add(new MemberUse(typeOf(reference.getScope()), member, false, name, inType));
    }
  }

  private void note(Expression scope, String member, Node name) {
    Region region = Regions.of(name);
    uses.add(new MemberUse(typeOf(scope), member, false, region, inType));
  }

  private String typeOf(Expression scope) {
    if (scope instanceof NameExpr name) {
      return typeOf(name.getNameAsString());
    }
    if (scope instanceof TypeExpr type) {
      return typeOf(Bodies.written(type.getType()));
    }
    if (scope instanceof FieldAccessExpr access) {
      return access.getScope() instanceof ThisExpr
          ? variables.getOrDefault(access.getNameAsString(), "")
          : access.toString();
    }
    return shownType(scope);
  }

  private String typeOf(String name) {
    String declared = variables.get(name);
    if (declared != null) {
      return declared;
    }
    boolean isType = Character.isUpperCase(name.charAt(0)) || name.indexOf('.') > 0;
    return isType ? name : "";
  }

  /** The type of an expression that says itself of what type it is, or the empty string. */
  private static String shownType(Expression expression) {
    if (expression instanceof EnclosedExpr enclosed) {
      return shownType(enclosed.getInner());
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return creation.getType().getNameWithScope();
    }
    return expression instanceof CastExpr cast ? Bodies.written(cast.getType()) : "";
  }

  List<MemberUse> result() {
    uses.sort(Comparator.comparing(MemberUse::region));
    return uses;
  }
}
