package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Moves members and takes some away. */
final class Members {

  private Members() {}

  /** Puts constructors, methods and nested types into another order; fields stay in front. */
  static void reorder(Workpiece piece, Dice dice) {
    List<BodyDeclaration<?>> fields = new ArrayList<>();
    List<BodyDeclaration<?>> others = new ArrayList<>();
    for (BodyDeclaration<?> member : piece.type().getMembers()) {
      (member.isFieldDeclaration() || member.isInitializerDeclaration() ? fields : others)
          .add(member);
    }
    List<BodyDeclaration<?>> shuffled = dice.shuffled(others);
    if (shuffled.equals(others)) {
      Collections.rotate(shuffled, 1);
    }
    fields.addAll(shuffled);
    piece.type().setMembers(new NodeList<>(fields));
  }

  /**
   * Takes a share of the methods away, those first that no other method calls, and the fields that
   * nothing names afterwards.
   */
  static void remove(Workpiece piece, double share, Dice dice) {
    int count = (int) Math.ceil(piece.methods().size() * share);
    for (int i = 0; i < count && piece.methods().size() > 1; i++) {
      List<MethodDeclaration> rest = piece.methods();
      Set<String> called = called(rest);
      List<MethodDeclaration> idle =
          rest.stream().filter(method -> !called.contains(method.getNameAsString())).toList();
      List<MethodDeclaration> choice = idle.isEmpty() ? rest : idle;
      choice.get(dice.below(choice.size())).remove();
    }
    piece.withoutIdleFields();
  }

  private static Set<String> called(List<MethodDeclaration> methods) {
    Set<String> called = new HashSet<>();
    for (MethodDeclaration method : methods) {
      method.findAll(MethodCallExpr.class).stream()
          .map(call -> call.getNameAsString())
          .filter(name -> !name.equals(method.getNameAsString()))
          .forEach(called::add);
    }
    return called;
  }
}
