package dev.ssot.reports;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two texts in the unified format, as git and patch read it.
 *
 * <p>Lines end with LF; a CR before it is a part of its line, so that the ends of lines survive.
 */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_END = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * The lines of the difference.
   *
   * @param after nothing for a file that goes
   */
  static List<String> lines(String path, String before, Optional<String> after) {
    List<String> old = split(before);
    if (after.isEmpty()) {
      return deletion(path, old);
    }
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + path, "b/" + path, old, DiffUtils.diff(old, split(after.get())), CONTEXT);
  }

  /** Of a file that goes nothing is left, which the library would place at line 1. */
  private static List<String> deletion(String path, List<String> old) {
    List<String> lines = new ArrayList<>();
    lines.add("--- a/" + path);
    lines.add("+++ /dev/null");
    lines.add("@@ -1,%s +0,0 @@".formatted(old.size()));
    old.forEach(line -> lines.add("-" + line));
    return lines;
  }

  /** The lines of a text; a last one without an end says so, as it has to in the format. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      lines.add(end < 0 ? text.substring(start) + NO_END : text.substring(start, end));
      start = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }
}
