package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.ssot.rules.codebase.RewriteOrder.ConstantUse;
import dev.ssot.rules.codebase.TextEdit;
import java.util.function.UnaryOperator;

/** Puts the names of constants where literals stood. */
final class LiteralRewriter {

  private final CompilationUnit tree;
  private final Draft draft;
  private final UnaryOperator<String> spelling;

  LiteralRewriter(CompilationUnit tree, Draft draft, UnaryOperator<String> spelling) {
    this.tree = tree;
    this.draft = draft;
    this.spelling = spelling;
  }

  /** The type of a literal that a constant can stand for; the empty string for any other. */
  static String type(LiteralExpr literal) {
    if (literal instanceof StringLiteralExpr) {
      return "String";
    }
    if (literal instanceof IntegerLiteralExpr) {
      return "int";
    }
    return literal instanceof LongLiteralExpr ? "long" : "";
  }

  void rewrite(ConstantUse use, String typeName) {
    int start = draft.offsets().start(use.literal());
    int end = draft.offsets().end(use.literal());
    String form =
        tree.findFirst(LiteralExpr.class, one -> Regions.of(one).equals(use.literal()))
            .map(LiteralRewriter::type)
            .orElse("");
    if (!form.equals(use.form())) {
      draft.hinder(use.type(), start, end, "the constant is a `%s`".formatted(use.form()));
      return;
    }
    String name = spelling.apply(typeName + "." + use.constant());
    // A literal may follow a word at once, as in `case"text":`.
    String before = isPartOfName(start - 1) ? " " : "";
    String after = isPartOfName(end) ? " " : "";
    draft.edits().add(new TextEdit(start, end, before + name + after));
  }

  private boolean isPartOfName(int offset) {
    return offset >= 0
        && offset < draft.text().length()
        && Character.isJavaIdentifierPart(draft.text().charAt(offset));
  }
}
