package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.MethodOutline.Kind;
import dev.ssot.rules.codebase.MethodOutline.Step;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.DottedNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells types that are written by hand to stand in for another one: their methods record what they
 * are given, answer a constant, or throw.
 *
 * <p>Half of the public methods with a body that they replace have to be so, since an heir may also
 * be the real thing with other settings; of those that a contract asks for more, since a real
 * implementation has plain ones as well.
 */
final class HandFakes {

  private static final double OF_REPLACED = 0.5;
  private static final double OF_CONTRACT = 0.6;
  private static final Set<Kind> BUSY = Set.of(Kind.WORK, Kind.SWALLOW);

  private final MemberTypes types;

  HandFakes(MemberTypes types) {
    this.types = types;
  }

  /**
   * The simple names of the members with canned answers of a type that inherits from another, if
   * they make it a fake.
   */
  Optional<List<String>> canned(List<? extends BodyDeclaration<?>> members, String real) {
    List<TypeEntry> lineage = types.lineage(real);
    Set<String> canned = new TreeSet<>();
    Share replaced = new Share();
    Share asked = new Share();
    for (BodyDeclaration<?> member : members) {
      Optional<MethodDeclaration> method = member.toMethodDeclaration();
      Optional<Boolean> hasBody = method.flatMap(one -> replaced(one, lineage));
      if (hasBody.isPresent()) {
        boolean idle = isCanned(method.orElseThrow());
        (hasBody.get() ? replaced : asked).add(idle);
        if (idle) {
          canned.add(method.orElseThrow().getNameAsString());
        }
      }
    }
    return replaced.reaches(OF_REPLACED) || asked.reaches(OF_CONTRACT)
        ? Optional.of(List.copyOf(canned))
        : Optional.empty();
  }

  /** How many methods of some kind give canned answers. */
  private static final class Share {

    private int all;
    private int canned;

    void add(boolean one) {
      all++;
      canned += one ? 1 : 0;
    }

    boolean reaches(double share) {
      return canned > 0 && canned >= share * all;
    }
  }

  /** Whether the method that one replaces has a body; empty if it replaces none. */
  private static Optional<Boolean> replaced(MethodDeclaration method, List<TypeEntry> lineage) {
    for (TypeEntry entry : lineage) {
      boolean contract = entry.type().kind() == TypeKind.INTERFACE;
      for (MethodFact fact : entry.type().methods()) {
        Set<Modifier> modifiers = fact.traits().modifiers();
        boolean same =
            fact.name().equals(method.getNameAsString())
                && fact.parameters().size() == method.getParameters().size();
        boolean open = contract ? !modifiers.contains(Modifier.PRIVATE) : fact.isPublic();
        if (same && open && !fact.isConstructor() && !modifiers.contains(Modifier.STATIC)) {
          return Optional.of(!contract && !modifiers.contains(Modifier.ABSTRACT));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a lambda records what it is given, answers a constant, throws or does nothing. */
  static boolean isCanned(LambdaExpr lambda) {
    Outliner outliner =
        new Outliner(
            lambda.getParameters().stream()
                .map(NodeWithSimpleName::getNameAsString)
                .collect(Collectors.toSet()));
    if (lambda.getExpressionBody().isPresent()) {
      outliner.readBody(lambda.getBody().asExpressionStmt());
    } else {
      outliner.readAll(lambda.getBody().asBlockStmt().getStatements());
    }
    return isIdle(outliner);
  }

  /** Whether a method reference only records what it is given, as {@code sent::add} does. */
  static boolean isCanned(MethodReferenceExpr reference) {
    // The parser takes the name of a variable in this place for that of a type.
    String scope = DottedNames.last(reference.getScope().toString());
    return Character.isLowerCase(scope.charAt(0)) && Outliner.keeps(reference.getIdentifier());
  }

  private static boolean isIdle(Outliner outliner) {
    return outliner.steps().stream().map(Step::kind).noneMatch(BUSY::contains);
  }

  private static boolean isCanned(MethodDeclaration method) {
    if (method.getBody().isEmpty() || method.findFirst(SuperExpr.class).isPresent()) {
      return false;
    }
    Outliner outliner =
        new Outliner(
            method.getParameters().stream()
                .map(NodeWithSimpleName::getNameAsString)
                .collect(Collectors.toSet()));
    outliner.readAll(method.getBody().orElseThrow().getStatements());
    return isIdle(outliner);
  }
}
