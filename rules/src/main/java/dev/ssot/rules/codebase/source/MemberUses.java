package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
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
    type.walk(
        VariableDeclarator.class,
        v -> declare(v.getNameAsString(), MemberReader.erased(v.getType())));
    type.walk(Parameter.class, p -> declare(p.getNameAsString(), MemberReader.erased(p.getType())));
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

  void access(FieldAccessExpr access) {
    if (watched.contains(access.getNameAsString())) {
      note(access.getScope(), access.getNameAsString(), access.getName());
    }
  }

  private void note(Expression scope, String member, Node name) {
    Region region = Regions.of(name);
    uses.add(new MemberUse(typeOf(scope), member, false, region, inType));
  }

  private String typeOf(Expression scope) {
    if (scope instanceof NameExpr name) {
      String text = name.getNameAsString();
      String declared = variables.get(text);
      if (declared != null) {
        return declared;
      }
      return Character.isUpperCase(text.charAt(0)) ? text : "";
    }
    if (scope instanceof FieldAccessExpr access) {
      return access.getScope() instanceof ThisExpr
          ? variables.getOrDefault(access.getNameAsString(), "")
          : access.toString();
    }
    return "";
  }

  List<MemberUse> result() {
    uses.sort(Comparator.comparing(MemberUse::region));
    return uses;
  }
}
