package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.stream.Collectors;

/** Makes classes that do nothing themselves but pass calls on to the original. */
final class Wrappers {

  private static final int FEWEST = 2;

  private Wrappers() {}

  /** A class of the same name and methods in another package. */
  static List<SourceText> shim(Original original) {
    Workpiece piece = original.workpiece();
    List<MethodDeclaration> methods = forwarded(piece);
    if (methods.size() < FEWEST) {
      return List.of();
    }
    String target = piece.packageName() + "." + original.simpleName();
    methods.forEach(method -> forward(method, method.getNameAsString(), target));
    strip(piece, methods, target);
    return List.of(piece.finish());
  }

  /** A class with methods of other names and an interface that declares them. */
  static List<SourceText> adapter(Original original, Dice dice) {
    Workpiece piece = original.workpiece();
    List<MethodDeclaration> methods = forwarded(piece);
    if (methods.size() < FEWEST) {
      return List.of();
    }
    String name = dice.nameLike(original.simpleName());
    for (MethodDeclaration method : methods) {
      String old = method.getNameAsString();
      method.setName(dice.nameLike(old));
      forward(method, old, original.simpleName());
      method.setStatic(false);
    }
    strip(piece, methods, original.simpleName());
    SourceText declared = declaration(methods, name + "Port", original);
    piece.type().setName(name + "Adapter");
    piece.type().getConstructors().forEach(one -> one.setName(name + "Adapter"));
    piece.type().addImplementedType(name + "Port" + typeArguments(piece.type()));
    return List.of(piece.finish(), declared);
  }

  private static List<MethodDeclaration> forwarded(Workpiece piece) {
    return piece.methods().stream()
        .filter(method -> method.isPublic() && method.getBody().isPresent())
        .filter(
            method -> !List.of("equals", "hashCode", "toString").contains(method.getNameAsString()))
        .toList();
  }

  private static void forward(MethodDeclaration method, String member, String type) {
    String arguments =
        method.getParameters().stream()
            .map(parameter -> parameter.getNameAsString())
            .collect(Collectors.joining(", "));
    String call = "%s.%s(%s);".formatted(method.isStatic() ? type : "delegate", member, arguments);
    BlockStmt body = new BlockStmt();
    body.addStatement(Trees.statement(method.getType().isVoidType() ? call : "return " + call));
    method.setBody(body);
    method.setAnnotations(new NodeList<>());
    method.setSynchronized(false);
  }

  /** Leaves the methods, and what they pass their calls to. */
  private static void strip(Workpiece piece, List<MethodDeclaration> methods, String target) {
    ClassOrInterfaceDeclaration type = piece.type();
    piece.keep(member -> Trees.isAmong(member, methods));
    type.setExtendedTypes(new NodeList<>());
    type.setImplementedTypes(new NodeList<>());
    type.setAnnotations(new NodeList<>());
    type.setAbstract(false);
    if (methods.stream().anyMatch(method -> method.getBody().toString().contains("delegate."))) {
      String held = target + typeArguments(type);
      type.getMembers()
          .addFirst(
              Trees.member(
                  "public %s(%s delegate) { this.delegate = delegate; }"
                      .formatted(type.getNameAsString(), held)));
      type.getMembers().addFirst(Trees.member("private final %s delegate;".formatted(held)));
    }
  }

  private static String typeArguments(ClassOrInterfaceDeclaration type) {
    return type.getTypeParameters().isEmpty()
        ? ""
        : type.getTypeParameters().stream()
            .map(one -> one.getNameAsString())
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static SourceText declaration(
      List<MethodDeclaration> methods, String name, Original original) {
    Workpiece piece = original.workpiece();
    piece.type().setMembers(new NodeList<>());
    piece.type().setExtendedTypes(new NodeList<>());
    piece.type().setImplementedTypes(new NodeList<>());
    piece.type().setAnnotations(new NodeList<>());
    piece.type().setModifiers(Modifier.Keyword.PUBLIC);
    piece.type().setInterface(true);
    piece.type().setName(name);
    for (MethodDeclaration method : methods) {
      MethodDeclaration declared = method.clone();
      declared.removeBody();
      declared.setModifiers(new NodeList<>());
      piece.type().addMember(declared);
    }
    return piece.finish();
  }
}
