package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.List;

/** Turns a test that leaves a method early into one that holds the rest of the method. */
final class EarlyReturns implements Rewrite {

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (MethodDeclaration method : type.findAll(MethodDeclaration.class)) {
      if (method.getBody().isPresent()) {
        changes += apply(method.getBody().get());
      }
    }
    return changes;
  }

  /** From the last test to the first, so that later ones nest in earlier ones. */
  private static int apply(BlockStmt body) {
    int changes = 0;
    for (int i = body.getStatements().size() - 2; i >= 0; i--) {
      if (leavesEarly(body.getStatement(i))) {
        invert(body, i);
        changes++;
      }
    }
    return changes;
  }

  private static boolean leavesEarly(Statement statement) {
    if (!statement.isIfStmt() || statement.asIfStmt().hasElseBranch()) {
      return false;
    }
    NodeList<Statement> then = Trees.block(statement.asIfStmt().getThenStmt()).getStatements();
    return then.getLast().filter(last -> last.isReturnStmt() || last.isThrowStmt()).isPresent();
  }

  private static void invert(BlockStmt body, int at) {
    IfStmt test = body.getStatement(at).asIfStmt();
    BlockStmt rest = new BlockStmt();
    List<Statement> after =
        List.copyOf(body.getStatements().subList(at + 1, body.getStatements().size()));
    after.forEach(
        statement -> {
          statement.remove();
          rest.addStatement(statement);
        });
    BlockStmt then = Trees.block(test.getThenStmt());
    boolean bare =
        then.getStatements().size() == 1
            && then.getStatement(0).isReturnStmt()
            && then.getStatement(0).asReturnStmt().getExpression().isEmpty();
    IfStmt inverted = new IfStmt(Trees.not(test.getCondition()), rest, bare ? null : then);
    body.setStatement(at, inverted);
  }
}
