package dev.ssot.rules.model;

import java.util.Comparator;

/**
 * One place where a rule fires.
 *
 * <p>The natural order is the order of reports: the most severe first, then by place and rule.
 *
 * @param rule id of the rule
 * @param location where it shows, one line where possible
 * @param subject the logical place
 */
public record Finding(
    String rule,
    Severity severity,
    Location location,
    Subject subject,
    Statement statement,
    Evidence evidence,
    Fingerprint fingerprint)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::fingerprint)
          .thenComparing(finding -> finding.statement().message());

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
