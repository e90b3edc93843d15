package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.comments.Comment;
import dev.ssot.rules.codebase.RewriteOrder;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.DottedNames;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the references of documentation comments, with the types of parameters in them. Where a
 * type is only spoken of, nothing is touched.
 */
final class LinkRewriter {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:\\{@(?:link|linkplain|value)|@see|@throws|@exception)\\s+([\\w.$]*(?:#\\w+(?:\\([^)]*\\))?)?)");
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$#])\\p{javaJavaIdentifierStart}[\\w$]*(?:\\.[\\w$]+)*");

  private final SourceUnit unit;
  private final FileScope scope;
  private final RewriteOrder order;
  private final Placements placements;
  private final Draft draft;
  private final UnaryOperator<String> spelling;

  LinkRewriter(
      RewriteOrder order,
      FileScope scope,
      Placements placements,
      Draft draft,
      UnaryOperator<String> spelling) {
    this.unit = order.unit();
    this.scope = scope;
    this.order = order;
    this.placements = placements;
    this.draft = draft;
    this.spelling = spelling;
  }

  void rewrite(Comment comment) {
    if (!comment.isJavadocComment() || comment.getRange().isEmpty()) {
      return;
    }
    int start = draft.offsets().start(comment);
    int end = draft.offsets().end(comment);
    Matcher matcher = REFERENCE.matcher(draft.text()).region(start, end);
    while (matcher.find()) {
      Matcher name = NAME.matcher(draft.text()).region(matcher.start(1), matcher.end(1));
      name.useTransparentBounds(true);
      while (name.find()) {
        rewrite(name.group(), name.start());
      }
    }
  }

  private void rewrite(String written, int start) {
    String head = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
    String root = rootOf(head);
    boolean simple = !root.equals(FileScope.UNKNOWN);
    String full = simple ? root + written.substring(head.length()) : written;
    for (Map.Entry<String, String> move : order.moves().entrySet()) {
      String from = move.getKey();
      if (DottedNames.isIn(full, from)) {
        int length = written.length() - (full.length() - from.length());
        if (length > 0) {
          String other = simple ? placements.of(move.getValue()).name() : move.getValue();
          String replaced = written.substring(0, length);
          draft.replace(from, start, start + length, replaced, spelling.apply(other));
        }
        return;
      }
    }
  }

  private String rootOf(String name) {
    return unit.types().stream()
        .filter(type -> type.simpleName().equals(name))
        .map(TypeFact::qualifiedName)
        .findFirst()
        .orElseGet(() -> scope.ofFile(name));
  }
}
