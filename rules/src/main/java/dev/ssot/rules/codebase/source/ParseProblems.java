package dev.ssot.rules.codebase.source;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import dev.ssot.rules.model.Problem;
import java.util.List;

/** The parser's complaints about a file, as one problem that names the first of them. */
final class ParseProblems {

  private static final int LONGEST_CAUSE = 160;
  private static final String REMEDY = "mend the syntax, or exclude the path in `sources.exclude`";

  private ParseProblems() {}

  static List<Problem> of(FoundFile file, ParseResult<CompilationUnit> result) {
    List<com.github.javaparser.Problem> complaints = result.getProblems();
    if (complaints.isEmpty() && result.getResult().isPresent()) {
      return List.of();
    }
    boolean partly = result.getResult().filter(tree -> !tree.getTypes().isEmpty()).isPresent();
    Problem.Kind kind = partly ? Problem.Kind.PARTLY_UNDERSTOOD : Problem.Kind.NOT_UNDERSTOOD;
    if (complaints.isEmpty()) {
      return List.of(new Problem(kind, file.path(), 0, "it holds no Java", REMEDY));
    }
    com.github.javaparser.Problem first = complaints.get(0);
    int line =
        first
            .getLocation()
            .flatMap(range -> range.toRange())
            .map(range -> range.begin.line)
            .orElse(0);
    String more = complaints.size() > 1 ? " (and " + (complaints.size() - 1) + " more)" : "";
    return List.of(
        new Problem(
            kind, file.path(), Math.max(0, line), words(first.getMessage()) + more, REMEDY));
  }

  private static String words(String message) {
    String line = message.lines().findFirst().orElse("syntax error");
    int expected = line.indexOf(", expected one of");
    String text = expected < 0 ? line : line.substring(0, expected);
    String start = text.replaceFirst("^Parse error\\. ", "syntax error: ").strip();
    return start.length() <= LONGEST_CAUSE ? start : start.substring(0, LONGEST_CAUSE) + "…";
  }
}
