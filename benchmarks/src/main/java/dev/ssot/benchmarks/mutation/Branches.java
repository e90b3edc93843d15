package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.Statement;

/** Asks the opposite question and changes the two branches. */
final class Branches implements Rewrite {

  @Override
  public int apply(ClassOrInterfaceDeclaration type, Dice dice) {
    int changes = 0;
    for (IfStmt test : Rewrite.innerFirst(type, IfStmt.class)) {
      Statement otherwise = test.getElseStmt().orElse(null);
      if (otherwise != null && !otherwise.isIfStmt()) {
        Statement then = Trees.block(test.getThenStmt());
        test.setCondition(Trees.not(test.getCondition()));
        test.setThenStmt(Trees.block(otherwise));
        test.setElseStmt(then);
        changes++;
      }
    }
    return changes;
  }
}
