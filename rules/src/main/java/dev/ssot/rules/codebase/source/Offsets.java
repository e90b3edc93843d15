package dev.ssot.rules.codebase.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns lines and columns of the parser into offsets of the text; a line ends at LF, CR, CR LF. */
final class Offsets {

  private final String text;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  Offsets(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        starts.add(i + 1);
      }
    }
  }

  int of(int line, int column) {
    return starts.get(line - 1) + column - 1;
  }

  int start(Node node) {
    return start(node.getRange().orElseThrow());
  }

  int start(Range range) {
    return of(range.begin.line, range.begin.column);
  }

  /** One past the last character of a node. */
  int end(Node node) {
    Position end = node.getRange().orElseThrow().end;
    return of(end.line, end.column) + 1;
  }

  int start(Region region) {
    return of(region.line(), region.column());
  }

  int end(Region region) {
    return of(region.endLine(), region.endColumn());
  }

  Region region(int start, int end) {
    int first = line(start);
    int last = line(Math.max(start, end - 1));
    return new Region(
        first + 1, start - starts.get(first) + 1, last + 1, end - starts.get(last) + 1);
  }

  private int line(int offset) {
    int line = Collections.binarySearch(starts, offset);
    return line >= 0 ? line : -line - 2;
  }

  /** The offset at which the line of an offset starts. */
  int lineStart(int offset) {
    return starts.get(line(offset));
  }

  /** The offset behind the end of the line of an offset, its separator included. */
  int lineEnd(int offset) {
    int line = line(offset);
    return line + 1 < starts.size() ? starts.get(line + 1) : text.length();
  }

  /** What ends the line of an offset, or the first line that has an end. */
  String separator(int offset) {
    int line = line(offset);
    int next = line + 1 < starts.size() ? line + 1 : Math.min(1, starts.size() - 1);
    int end = starts.get(next);
    if (end == 0) {
      return "\n";
    }
    return text.startsWith("\r\n", end - 2) ? "\r\n" : text.substring(end - 1, end);
  }
}
