package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.ssot.rules.codebase.BranchFact.Form;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.BranchFact.Label.Kind;
import dev.ssot.rules.codebase.tokens.HandlerNames;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table from values to what handles them, built in one go: {@code Map.of}, {@code Map.ofEntries},
 * or calls of one method in one block or one expression.
 */
final class HandlerTables {

  private static final Set<String> PUTS = Set.of("put", "putIfAbsent");

  private final Form form;
  private final Region region;
  private final List<Label> labels = new ArrayList<>();

  private HandlerTables(Form form, Region region) {
    this.form = form;
    this.region = region;
  }

  /** The tables that the statements of a block fill by calls of one method on one thing. */
  static Collection<HandlerTables> of(BlockStmt block) {
    Map<String, HandlerTables> tables = new LinkedHashMap<>();
    for (Statement statement : block.getStatements()) {
      if (statement.isExpressionStmt()
          && statement.asExpressionStmt().getExpression() instanceof MethodCallExpr call
          && call.getArguments().size() >= 2) {
        entry(call)
            .ifPresent(
                label ->
                    tables.computeIfAbsent(filled(call), key -> table(call)).labels.add(label));
      }
    }
    return tables.values();
  }

  /** What a call fills, as it is written. */
  private static String filled(MethodCallExpr call) {
    return call.getScope().map(Node::toString).orElse("") + "#" + call.getNameAsString();
  }

  /** The table that an expression is, if it is one and begins with this call. */
  static List<HandlerTables> of(MethodCallExpr call) {
    if (call.getNameAsString().equals("of") && isMap(call)) {
      return pairs(call);
    }
    if (call.getNameAsString().equals("ofEntries") && isMap(call)) {
      return entries(call);
    }
    boolean inner = call.getParentNode().filter(parent -> isScope(call, parent)).isPresent();
    return inner ? List.of() : chain(call);
  }

  private static boolean isScope(MethodCallExpr call, Node parent) {
    return parent instanceof MethodCallExpr outer
        && outer.getScope().filter(scope -> Nodes.same(scope, call)).isPresent();
  }

  private static boolean isMap(MethodCallExpr call) {
    return call.getScope().filter(scope -> scope.toString().endsWith("Map")).isPresent();
  }

  private static List<HandlerTables> pairs(MethodCallExpr call) {
    HandlerTables table = table(Form.HANDLERS, call);
    List<Expression> arguments = call.getArguments();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      if (handles(arguments.get(i + 1))) {
        Labels.of(arguments.get(i), Kind.TEXT).ifPresent(table.labels::add);
      }
    }
    return List.of(table);
  }

  private static List<HandlerTables> entries(MethodCallExpr call) {
    HandlerTables table = table(Form.HANDLERS, call);
    for (Expression argument : call.getArguments()) {
      if (argument instanceof MethodCallExpr entry) {
        entry(entry).ifPresent(table.labels::add);
      }
    }
    return List.of(table);
  }

  private static List<HandlerTables> chain(MethodCallExpr last) {
    Map<String, HandlerTables> tables = new LinkedHashMap<>();
    Expression at = last;
    while (at instanceof MethodCallExpr call) {
      entry(call)
          .ifPresent(
              label ->
                  tables
                      .computeIfAbsent(call.getNameAsString(), name -> table(call))
                      .labels
                      .add(0, label));
      at = call.getScope().orElse(null);
    }
    return List.copyOf(tables.values());
  }

  private static Optional<Label> entry(MethodCallExpr call) {
    List<Expression> arguments = call.getArguments();
    return arguments.size() == 2 && handles(arguments.get(1))
        ? Labels.of(arguments.get(0), Kind.TEXT)
        : Optional.empty();
  }

  private static boolean handles(Expression value) {
    if (value instanceof ObjectCreationExpr creation) {
      return creation.getAnonymousClassBody().isPresent()
          || HandlerNames.isOne(creation.getType().getNameAsString());
    }
    if (value.isLambdaExpr() || value.isMethodReferenceExpr()) {
      return true;
    }
    return (value.isNameExpr() || value.isFieldAccessExpr())
        && HandlerNames.isOne(value.toString());
  }

  private static HandlerTables table(MethodCallExpr call) {
    return table(PUTS.contains(call.getNameAsString()) ? Form.HANDLERS : Form.REGISTRATIONS, call);
  }

  private static HandlerTables table(Form form, MethodCallExpr call) {
    return new HandlerTables(form, Regions.of(call.getName()));
  }

  Form form() {
    return form;
  }

  Region region() {
    return region;
  }

  List<Label> labels() {
    return labels;
  }
}
