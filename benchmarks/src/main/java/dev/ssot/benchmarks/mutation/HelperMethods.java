package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Moves the second half of a long method into a method of its own. */
final class HelperMethods implements Rewrite {

  private static final int LONG = 4;

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (MethodDeclaration method : List.copyOf(type.getMethods())) {
      int size = method.getBody().map(body -> body.getStatements().size()).orElse(0);
      if (size >= LONG && extract(type, method, dice)) {
        changes++;
      }
    }
    return changes;
  }

  private static boolean extract(
      ClassOrInterfaceDeclaration type, MethodDeclaration method, Dice dice) {
    BlockStmt body = method.getBody().orElseThrow();
    int half = body.getStatements().size() / 2;
    List<Statement> head = List.copyOf(body.getStatements().subList(0, half));
    List<Statement> tail =
        List.copyOf(body.getStatements().subList(half, body.getStatements().size()));
    Map<String, Type> known = new LinkedHashMap<>();
    for (Parameter parameter : method.getParameters()) {
      known.put(
          parameter.getNameAsString(),
          parameter.isVarArgs() ? new ArrayType(parameter.getType().clone()) : parameter.getType());
    }
    if (!addLocals(head, known)) {
      return false;
    }
    known.keySet().removeIf(name -> tail.stream().noneMatch(one -> names(one, name)));
    MethodDeclaration helper = helper(method, dice.nameLike("finishWork"), known);
    tail.forEach(
        statement -> {
          statement.remove();
          helper.getBody().orElseThrow().addStatement(statement);
        });
    String call = "%s(%s);".formatted(helper.getNameAsString(), String.join(", ", known.keySet()));
    body.addStatement(Trees.statement(method.getType().isVoidType() ? call : "return " + call));
    type.addMember(helper);
    return true;
  }

  /** Adds the variables that statements declare; false if one has no type or value to hand on. */
  private static boolean addLocals(List<Statement> head, Map<String, Type> known) {
    for (Statement statement : head) {
      if (statement.isExpressionStmt()
          && statement.asExpressionStmt().getExpression().isVariableDeclarationExpr()) {
        List<VariableDeclarator> variables =
            statement.asExpressionStmt().getExpression().asVariableDeclarationExpr().getVariables();
        for (VariableDeclarator variable : variables) {
          if (variable.getInitializer().isEmpty() || variable.getType().isVarType()) {
            return false;
          }
          known.put(variable.getNameAsString(), variable.getType());
        }
      }
    }
    return true;
  }

  private static boolean names(Statement statement, String name) {
    return statement.findAll(NameExpr.class).stream()
        .anyMatch(one -> one.getNameAsString().equals(name));
  }

  private static MethodDeclaration helper(
      MethodDeclaration method, String name, Map<String, Type> known) {
    List<Parameter> parameters = new ArrayList<>();
    known.forEach((parameter, type) -> parameters.add(new Parameter(type.clone(), parameter)));
    MethodDeclaration helper = new MethodDeclaration();
    helper.setName(name);
    helper.setType(method.getType().clone());
    helper.setPrivate(true);
    helper.setStatic(method.isStatic());
    helper.setParameters(new NodeList<>(parameters));
    method.getTypeParameters().forEach(one -> helper.addTypeParameter(one.clone()));
    method.getThrownExceptions().forEach(one -> helper.addThrownException(one.clone()));
    helper.setBody(new BlockStmt());
    return helper;
  }
}
