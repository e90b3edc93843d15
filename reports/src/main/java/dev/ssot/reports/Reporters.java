package dev.ssot.reports;

import java.util.List;
import java.util.Optional;

/** The reporters there are. */
public final class Reporters {

  /** Sorted by format; a new format is its class and its line here. */
  private static final List<Reporter> ALL =
      List.of(
          new BadgeReporter(),
          new BadgeJsonReporter(),
          new CheckstyleReporter(),
          new ConsoleReporter(),
          new CsvReporter(),
          new GitHubReporter(),
          new GitLabReporter(),
          new HtmlReporter(),
          new JsonReporter(),
          new JUnitReporter(),
          new MarkdownReporter(),
          new RdjsonReporter(),
          SarifReporter.upload(),
          SarifReporter.archive());

  private Reporters() {}

  /** Every reporter, in the order of {@link #formats()}. */
  public static List<Reporter> all() {
    return ALL;
  }

  /** The names of all formats, sorted. */
  public static List<String> formats() {
    return ALL.stream().map(Reporter::format).toList();
  }

  /** The reporter of a format, or nothing if there is no format of that exact name. */
  public static Optional<Reporter> named(String format) {
    return ALL.stream().filter(reporter -> reporter.format().equals(format)).findFirst();
  }
}
