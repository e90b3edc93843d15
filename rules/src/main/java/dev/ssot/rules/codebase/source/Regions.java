package dev.ssot.rules.codebase.source;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SimpleName;
import dev.ssot.rules.model.Region;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns JavaParser's ranges, whose end is inclusive, into regions. */
final class Regions {

  private Regions() {}

  static Region of(Node node) {
    return node.getRange().map(Regions::of).orElseGet(Region::start);
  }

  /** The region of a name alone: the parser counts brackets behind it to it. */
  static Region of(SimpleName name) {
    Region whole = of((Node) name);
    int end = whole.column() + name.getIdentifier().length();
    return new Region(whole.line(), whole.column(), whole.line(), end);
  }

  /** The first place of a whole word on a line, or what the line has apart from its indent. */
  static Region ofWord(String text, int line, String word) {
    Matcher matcher =
        Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(text);
    if (!word.isEmpty() && matcher.find()) {
      return new Region(line, matcher.start() + 1, line, matcher.end() + 1);
    }
    int indent = text.length() - text.stripLeading().length();
    return new Region(line, indent + 1, line, Math.max(indent, text.stripTrailing().length()) + 1);
  }

  /** Whether two nodes are the same one; nodes that are equal have the same text. */
  @SuppressWarnings("ReferenceEquality")
  static boolean isSame(Node one, Node other) {
    return one == other;
  }

  private static Region of(Range range) {
    return new Region(
        Math.max(1, range.begin.line),
        Math.max(1, range.begin.column),
        Math.max(1, range.end.line),
        Math.max(1, range.end.column + 1));
  }
}
