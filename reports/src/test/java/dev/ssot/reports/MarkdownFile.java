package dev.ssot.reports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown document whose blocks are whole: every table row has the cells of its heading, every
 * fence and every element is closed, and there is no other element than those of the report.
 */
record MarkdownFile(List<String> lines) {

  private static final Pattern TAG = Pattern.compile("</?([a-z]+)[^>]*>");
  private static final Pattern SPAN = Pattern.compile("`[^`]*`");
  private static final List<String> ELEMENTS = List.of("details", "summary", "code", "sub");

  static MarkdownFile parse(String text) {
    List<String> lines = text.lines().toList();
    Deque<String> open = new ArrayDeque<>();
    boolean fence = false;
    int cells = 0;
    for (String line : lines) {
      if (line.startsWith("```")) {
        fence = !fence;
        continue;
      }
      if (fence) {
        continue;
      }
      cells = line.startsWith("|") ? row(line, cells) : 0;
      tags(SPAN.matcher(line).replaceAll(""), open);
    }
    if (fence || !open.isEmpty()) {
      throw new IllegalStateException("Not closed: " + open + " fence: " + fence);
    }
    return new MarkdownFile(lines);
  }

  private static int row(String line, int expected) {
    int cells = (int) line.chars().filter(c -> c == '|').count();
    if (expected != 0 && cells != expected) {
      throw new IllegalStateException("Not as many cells as in the heading: " + line);
    }
    return cells;
  }

  private static void tags(String line, Deque<String> open) {
    Matcher matcher = TAG.matcher(line);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (!ELEMENTS.contains(name)) {
        throw new IllegalStateException("An element that no report has: " + line);
      }
      if (!matcher.group().startsWith("</")) {
        open.push(name);
      } else if (!name.equals(open.poll())) {
        throw new IllegalStateException("Closed in the wrong order: " + line);
      }
    }
  }

  /**
   * Findings that are shown: one for each element to unfold that is no picture, and for each row.
   */
  int findings() {
    int found = 0;
    boolean started = false;
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      started |= line.matches("### (Error|Warning|Note)s \\(\\d+\\)");
      started &= !line.equals("### Roles");
      inside = line.equals("<details>") || (inside && !line.equals("</details>"));
      if (started && line.startsWith("<summary>") && !line.startsWith("<summary>Picture: ")) {
        found++;
      } else if (started && !inside && line.startsWith("| ") && !line.startsWith("| Where")) {
        found++;
      }
    }
    return found;
  }

  /** What stands within the fences of Mermaid. */
  List<List<String>> pictures() {
    List<List<String>> pictures = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```mermaid")) {
        List<String> rest = lines.subList(i + 1, lines.size());
        pictures.add(rest.subList(0, rest.indexOf("```")));
      }
    }
    return pictures;
  }
}
