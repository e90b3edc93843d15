package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.ssot.rules.codebase.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises constants that say that all went well. */
final class Claims {

  private static final Set<String> SUCCESS =
      Set.of(
          "success",
          "successful",
          "succeeded",
          "ok",
          "okay",
          "done",
          "sent",
          "delivered",
          "routed",
          "handled",
          "accepted",
          "completed",
          "complete",
          "published",
          "stored",
          "saved",
          "processed",
          "approved",
          "passed");
  private static final Set<String> REFUSED = Set.of("not", "un", "no", "partially", "partly");
  private static final Set<String> FACTORIES =
      Set.of("success", "successful", "succeeded", "ok", "accepted", "delivered", "completed");
  private static final Set<String> COMPLETED =
      Set.of(
          "completedFuture",
          "completedStage",
          "succeededFuture",
          "immediateFuture",
          "immediateVoidFuture",
          "just");
  private static final Set<String> OUTCOMES =
      Set.of("result", "response", "receipt", "status", "outcome", "ack", "reply");

  private Claims() {}

  /**
   * What an expression claims, in words such as {@code true}, or nothing.
   *
   * @param locals what local variables are known to claim, by name
   */
  static Optional<String> of(Expression expression, Map<String, String> locals) {
    if (expression.isEnclosedExpr()) {
      return of(expression.asEnclosedExpr().getInner(), locals);
    }
    if (expression.isBooleanLiteralExpr()) {
      return when(expression.asBooleanLiteralExpr().getValue(), "true");
    }
    if (expression.isStringLiteralExpr()) {
      String text = expression.asStringLiteralExpr().getValue();
      return when(SUCCESS.contains(text.toLowerCase(Locale.ROOT)), "\"" + text + "\"");
    }
    if (expression.isNameExpr()) {
      String name = expression.asNameExpr().getNameAsString();
      return Optional.ofNullable(locals.get(name)).or(() -> constant(name));
    }
    if (expression.isFieldAccessExpr()) {
      String name = expression.asFieldAccessExpr().getNameAsString();
      return expression.toString().equals("Boolean.TRUE") ? Optional.of("true") : constant(name);
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return created(creation, locals);
    }
    return expression instanceof MethodCallExpr call ? called(call, locals) : Optional.empty();
  }

  private static Optional<String> when(boolean claims, String words) {
    return claims ? Optional.of(words) : Optional.empty();
  }

  private static Optional<String> constant(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("_"));
    boolean claims =
        words.stream().anyMatch(SUCCESS::contains) && words.stream().noneMatch(REFUSED::contains);
    return when(claims, name);
  }

  /** A result that is made of a success, such as {@code new SendResult(true, id)}. */
  private static Optional<String> created(ObjectCreationExpr creation, Map<String, String> locals) {
    String type = creation.getType().getNameAsString();
    List<String> words = Words.split(type);
    boolean outcome = !words.isEmpty() && OUTCOMES.contains(words.get(words.size() - 1));
    return when(
        outcome
            && creation.getAnonymousClassBody().isEmpty()
            && Harmless.all(creation.getArguments())
            && creation.getArguments().stream().anyMatch(one -> of(one, locals).isPresent()),
        "a new " + type + " that says so");
  }

  private static Optional<String> called(MethodCallExpr call, Map<String, String> locals) {
    String name = call.getNameAsString();
    Expression scope = call.getScope().orElse(null);
    if (COMPLETED.contains(name) && call.getArguments().size() <= 1) {
      boolean claims =
          call.getArguments().stream()
              .allMatch(one -> one.isNullLiteralExpr() || of(one, locals).isPresent());
      return when(claims && (!name.equals("just") || !call.getArguments().isEmpty()), name);
    }
    if (scope == null || !Harmless.all(call.getArguments())) {
      return Optional.empty();
    }
    boolean ofType = Character.isUpperCase(scope.toString().charAt(0)) && scope.isNameExpr();
    if (ofType && FACTORIES.contains(name)) {
      return Optional.of(scope + "." + name);
    }
    if (name.equals("build") && call.getArguments().isEmpty()) {
      return of(scope, locals);
    }
    boolean map =
        (scope.toString().equals("Map") && name.equals("of")) || name.equals("singletonMap");
    return when(
        map && call.getArguments().stream().anyMatch(one -> of(one, locals).isPresent()),
        "a map that says so");
  }
}
