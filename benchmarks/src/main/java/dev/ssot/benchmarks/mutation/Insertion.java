package dev.ssot.benchmarks.mutation;

import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;

/** Puts statements between those of a class: logging, counting, checking, timing. */
final class Insertion {

  private Insertion() {}

  /**
   * Adds statements.
   *
   * @param share new statements by statements that are there
   */
  static void apply(Workpiece piece, double share, Dice dice) {
    List<BlockStmt> blocks = new ArrayList<>();
    piece.type().findAll(MethodDeclaration.class).stream()
        .flatMap(method -> method.getBody().stream())
        .forEach(body -> blocks.addAll(body.findAll(BlockStmt.class)));
    piece
        .type()
        .findAll(ConstructorDeclaration.class)
        .forEach(constructor -> blocks.add(constructor.getBody()));
    blocks.removeIf(block -> block.getStatements().isEmpty());
    if (blocks.isEmpty()) {
      return;
    }
    int statements = piece.type().findAll(Statement.class, one -> !one.isBlockStmt()).size();
    long count = Math.max(1, Math.round(statements * share));
    for (int i = 0; i < count; i++) {
      BlockStmt block = blocks.get(dice.below(blocks.size()));
      boolean constructs = block.getStatement(0).isExplicitConstructorInvocationStmt();
      // Never behind the last one, which may leave the block, nor before a call of a constructor.
      int at = dice.below(block.getStatements().size());
      block.addStatement(Math.max(constructs ? 1 : 0, at), filler(dice));
    }
  }

  private static Statement filler(Dice dice) {
    String name = dice.nameLike("someName");
    List<String> texts =
        List.of(
            "if (LOG.isDebugEnabled()) { LOG.debug(\"%s %s\"); }"
                .formatted(dice.word(), dice.word()),
            "%sCounter.incrementAndGet();".formatted(name),
            "long %sStarted = System.nanoTime();".formatted(name),
            "Objects.requireNonNull(%s, \"%s\");".formatted(name, dice.word()),
            "if (%sListener != null) { %sListener.on%s(this); }"
                .formatted(name, name, dice.nameLike("Event")),
            "metrics.timer(\"%s.%s\").record(1, TimeUnit.MILLISECONDS);"
                .formatted(dice.word(), dice.word()),
            "assert %s >= 0 : \"%s\";".formatted(name, dice.word()));
    return Trees.statement(texts.get(dice.below(texts.size())));
  }
}
