package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.ArrayList;
import java.util.List;

/** Splits a class into two, each with half of the methods and what those need of the rest. */
final class Halves {

  private static final int FEWEST = 4;

  private Halves() {}

  static List<SourceText> of(Original original, Dice dice) {
    int methods = original.workpiece().methods().size();
    if (methods < FEWEST) {
      return List.of();
    }
    List<SourceText> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      Workpiece piece = original.workpiece();
      List<MethodDeclaration> all = piece.methods();
      List<MethodDeclaration> own =
          half == 0 ? all.subList(0, methods / 2) : all.subList(methods / 2, methods);
      boolean first = half == 0;
      piece.keep(member -> isKept(member, own, first));
      piece.keep(member -> !member.isTypeDeclaration() || isNamed(piece, member));
      piece.withoutIdleFields();
      piece.nameClass(dice.nameLike(original.simpleName()));
      halves.add(piece.finish());
    }
    return halves;
  }

  /** The constructors go with the first half. */
  private static boolean isKept(
      BodyDeclaration<?> member, List<MethodDeclaration> own, boolean first) {
    if (member.isMethodDeclaration()) {
      return Trees.isAmong(member, own);
    }
    return first || !member.isConstructorDeclaration();
  }

  private static boolean isNamed(Workpiece piece, BodyDeclaration<?> nested) {
    String name = nested.asTypeDeclaration().getNameAsString();
    return piece.type().findAll(SimpleName.class).stream()
        .filter(simple -> simple.getIdentifier().equals(name))
        .anyMatch(simple -> !Trees.isWithin(simple, node -> Trees.isAmong(node, List.of(nested))));
  }
}
