package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets the methods of a class hand out futures of what they returned. */
final class Futures {

  private static final int FEWEST = 2;

  private Futures() {}

  /**
   * The asynchronous variant.
   *
   * @param suffix what is added to the names of such methods
   */
  static List<SourceText> of(Original original, String suffix) {
    Workpiece piece = original.workpiece();
    List<MethodDeclaration> methods =
        piece.methods().stream()
            .filter(method -> method.isPublic() && method.getBody().isPresent())
            .filter(method -> !piece.isForced(method))
            .toList();
    if (methods.size() < FEWEST) {
      return List.of();
    }
    Set<String> names =
        methods.stream().map(method -> method.getNameAsString()).collect(Collectors.toSet());
    piece.type().findAll(MethodCallExpr.class).stream()
        .filter(call -> names.contains(call.getNameAsString()))
        .filter(call -> call.getScope().map(scope -> scope.isThisExpr()).orElse(true))
        .forEach(call -> await(call, suffix));
    methods.forEach(method -> change(method, suffix));
    piece.nameClass("Async" + original.simpleName());
    piece.unit().addImport("java.util.concurrent.CompletableFuture");
    return List.of(piece.finish());
  }

  private static void await(MethodCallExpr call, String suffix) {
    MethodCallExpr inner = call.clone();
    inner.setName(call.getNameAsString() + suffix);
    call.replace(new MethodCallExpr(inner, "join"));
  }

  private static void change(MethodDeclaration method, String suffix) {
    BlockStmt body = method.getBody().orElseThrow().clone();
    Type type = method.getType();
    String start = type.isVoidType() ? "runAsync" : "supplyAsync";
    BlockStmt wrapped = new BlockStmt();
    wrapped.addStatement(
        Trees.statement("return CompletableFuture.%s(() -> %s);".formatted(start, body)));
    method.setBody(wrapped);
    method.setName(method.getNameAsString() + suffix);
    method.setType("CompletableFuture<%s>".formatted(boxed(type)));
  }

  private static String boxed(Type type) {
    if (type.isVoidType()) {
      return "Void";
    }
    return Optional.of(type)
        .filter(Type::isPrimitiveType)
        .map(primitive -> primitive.asPrimitiveType().toBoxedType().asString())
        .orElse(type.asString());
  }
}
