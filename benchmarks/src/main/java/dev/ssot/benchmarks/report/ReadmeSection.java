package dev.ssot.benchmarks.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The part of the README that shows what was measured, between two marks. */
public final class ReadmeSection {

  static final String BEGIN = "<!-- accuracy: begin -->";
  static final String END = "<!-- accuracy: end -->";

  private static final List<String> PARTS = List.of("scored", "development");

  private ReadmeSection() {}

  /** A line of the table: what, the goal, the figure's key without its scope, and how to print. */
  private record Line(String what, String goal, String key, boolean share) {}

  private static final List<Line> LINES =
      List.of(
          new Line("a true rival ranked first", "≥ 85 %", "ranking.ssot.query.first", true),
          new Line("… among the first five", "≥ 97 %", "ranking.ssot.query.first-five", true),
          new Line(
              "precision of `duplicate-implementation`", "≥ 95 %", "decision.ssot.precision", true),
          new Line("… its recall", "≥ 80 %", "decision.ssot.recall", true),
          new Line(
              "precision of `fragmented-role`, all findings judged",
              "≥ 80 %",
              "discovery.precision",
              true),
          new Line(
              "… clusters per 1,000 types, the worst library",
              "≤ 10",
              "discovery.highest-rate",
              false),
          new Line(
              "renamed and reordered copies found",
              "all",
              "injected.renamed-and-reordered.declared",
              true),
          new Line(
              "… with a third of the members removed",
              "≥ 90 %",
              "injected.members-removed-a-third.declared",
              true),
          new Line(
              "re-expressed copies found",
              "≥ 70 %",
              "injected.logic-re-expressed-all-ways.declared",
              true),
          new Line("adapters reported", "none", "injected.adapter.reported", true),
          new Line("aliases reported", "none", "injected.alias.reported", true),
          new Line(
              "subclasses reported", "none", "injected.subclass-with-an-override.reported", true));

  private static final List<String> BASELINES =
      List.of(
          "ssot",
          "name-suffix",
          "method-names",
          "cpd-100",
          "cpd-100-ignoring",
          "cpd-50",
          "cpd-50-ignoring");

  /** The README with the figures of this run between the marks. */
  public static String in(String readme, Results results) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException(
          "The README lacks the lines `%s` and `%s`".formatted(BEGIN, END));
    }
    return readme.substring(0, begin + BEGIN.length())
        + "\n"
        + section(results.figures())
        + readme.substring(end);
  }

  private static String section(Map<String, Figure> figures) {
    List<String> parts =
        PARTS.stream()
            .filter(part -> figures.keySet().stream().anyMatch(key -> key.startsWith(part + ".")))
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add("| measured | goal |%s".formatted(cells(parts, part -> part + " part")));
    lines.add("|---|---|%s".formatted("---|".repeat(parts.size())));
    for (Line line : LINES) {
      String measured = cells(parts, part -> text(figures, part + "." + line.key, line.share));
      lines.add("| %s | %s |%s".formatted(line.what, line.goal, measured));
    }
    lines.add("");
    lines.add("| on the scored part | ranked first | precision | recall |");
    lines.add("|---|---|---|---|");
    for (String baseline : BASELINES) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  baseline,
                  text(figures, "scored.ranking.%s.query.first".formatted(baseline), true),
                  text(figures, "scored.decision.%s.precision".formatted(baseline), true),
                  text(figures, "scored.decision.%s.recall".formatted(baseline), true)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String cells(List<String> parts, Function<String, String> cell) {
    return parts.stream().map(part -> " " + cell.apply(part) + " |").collect(joining());
  }

  private static String text(Map<String, Figure> figures, String key, boolean share) {
    return Optional.ofNullable(figures.get(key))
        .map(figure -> share ? figure.share() : String.format(Locale.ROOT, "%.1f", figure.value()))
        .orElse("–");
  }
}
