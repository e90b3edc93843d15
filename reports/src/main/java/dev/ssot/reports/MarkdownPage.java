package dev.ssot.reports;

import java.util.List;
import java.util.stream.Collectors;

/** A rule's page in Markdown, for readers that show plain text only. */
record MarkdownPage(String markdown) {

  private static final String FENCE = "```";

  /** The page without the marks of headings and code blocks. */
  String plain() {
    return markdown
        .lines()
        .filter(line -> !line.startsWith(FENCE))
        .map(MarkdownPage::unmarked)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  /** The first paragraph that is neither heading nor code, on one line; empty if there is none. */
  String firstParagraph() {
    List<String> lines =
        markdown
            .lines()
            .dropWhile(line -> line.isBlank() || line.startsWith("#"))
            .takeWhile(line -> !line.isBlank() && !line.startsWith(FENCE))
            .map(String::strip)
            .toList();
    return String.join(" ", lines);
  }

  private static String unmarked(String line) {
    return line.startsWith("#") ? line.replaceFirst("^#+\\s*", "") : line;
  }
}
