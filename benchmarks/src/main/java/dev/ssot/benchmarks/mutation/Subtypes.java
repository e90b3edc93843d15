package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.stream.Collectors;

/** Makes sub-types of a class: one that is only another name, and one that overrides. */
final class Subtypes {

  private Subtypes() {}

  /** An empty subclass under another name. */
  static List<SourceText> alias(Original original, Dice dice) {
    Workpiece piece = original.workpiece();
    if (!isOpen(piece.type())) {
      return List.of();
    }
    extend(piece, original, List.of(), dice);
    return List.of(piece.finish());
  }

  /** A subclass of which one method says more than the original's. */
  static List<SourceText> overriding(Original original, Dice dice) {
    Workpiece piece = original.workpiece();
    List<MethodDeclaration> open =
        piece.methods().stream()
            .filter(method -> method.isPublic() && !method.isStatic() && !method.isFinal())
            .filter(method -> method.getBody().filter(body -> !body.isEmpty()).isPresent())
            .toList();
    if (!isOpen(piece.type()) || open.isEmpty()) {
      return List.of();
    }
    MethodDeclaration method = open.get(dice.below(open.size()));
    extend(piece, original, List.of(method), dice);
    Insertion.apply(piece, 0.3, dice);
    method.addMarkerAnnotation("Override");
    return List.of(piece.finish());
  }

  private static boolean isOpen(ClassOrInterfaceDeclaration type) {
    boolean reachable =
        type.getConstructors().isEmpty()
            || type.getConstructors().stream().anyMatch(one -> !one.isPrivate());
    return !type.isFinal() && reachable;
  }

  /** Leaves the given members and the constructors, which only call those of the original. */
  private static void extend(
      Workpiece piece, Original original, List<? extends BodyDeclaration<?>> kept, Dice dice) {
    ClassOrInterfaceDeclaration type = piece.type();
    piece.keep(
        member ->
            Trees.isAmong(member, kept)
                || (member.isConstructorDeclaration()
                    && !member.asConstructorDeclaration().isPrivate()));
    type.getConstructors().forEach(Subtypes::callSuper);
    String parent =
        type.getTypeParameters().isEmpty()
            ? original.simpleName()
            : type.getTypeParameters().stream()
                .map(one -> one.getNameAsString())
                .collect(Collectors.joining(", ", original.simpleName() + "<", ">"));
    type.setImplementedTypes(new NodeList<>());
    type.setExtendedTypes(new NodeList<>());
    String name = dice.nameLike(original.simpleName());
    type.setName(name);
    type.getConstructors().forEach(constructor -> constructor.setName(name));
    type.addExtendedType(parent);
  }

  private static void callSuper(ConstructorDeclaration constructor) {
    String arguments =
        constructor.getParameters().stream()
            .map(parameter -> parameter.getNameAsString())
            .collect(Collectors.joining(", "));
    BlockStmt body = new BlockStmt();
    body.addStatement(Trees.statement("super(%s);".formatted(arguments)));
    constructor.setBody(body);
  }
}
