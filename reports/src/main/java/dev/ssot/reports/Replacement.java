package dev.ssot.reports;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text that another one takes the place of.
 *
 * @param from where it begins, counted in UTF-16 units
 * @param to where it ends, exclusive
 * @param text what comes there
 */
public record Replacement(int from, int to, String text) {

  /**
   * The whole lines in which two texts differ, in their order; done together they are the other.
   */
  public static List<Replacement> between(String before, String after) {
    List<String> old = lines(before);
    int[] starts = new int[old.size() + 1];
    for (int i = 0; i < old.size(); i++) {
      starts[i + 1] = starts[i] + old.get(i).length();
    }
    List<Replacement> all = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, lines(after)).getDeltas()) {
      int first = delta.getSource().getPosition();
      int end = first + delta.getSource().size();
      String text = String.join("", delta.getTarget().getLines());
      all.add(new Replacement(starts[first], starts[end], text));
    }
    return all;
  }

  /** The lines of a text with their ends. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      int next = end == 0 ? text.length() : end;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
