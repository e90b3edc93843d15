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
 * @param triage what a team has decided about it; rules leave it open
 */
public record Finding(
    String rule,
    Severity severity,
    Location location,
    Subject subject,
    Statement statement,
    Evidence evidence,
    Fingerprint fingerprint,
    Triage triage)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::location)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::fingerprint)
          .thenComparing(finding -> finding.statement().message());

  /** A finding that nobody has accepted. */
  public Finding(
      String rule,
      Severity severity,
      Location location,
      Subject subject,
      Statement statement,
      Evidence evidence,
      Fingerprint fingerprint) {
    this(rule, severity, location, subject, statement, evidence, fingerprint, new Triage.Open());
  }

  /** The same finding with another severity. */
  public Finding with(Severity other) {
    return new Finding(rule, other, location, subject, statement, evidence, fingerprint, triage);
  }

  /** The same finding with more evidence. */
  public Finding with(Evidence more) {
    return new Finding(rule, severity, location, subject, statement, more, fingerprint, triage);
  }

  /** The same finding with another mark. */
  public Finding with(Triage mark) {
    return new Finding(rule, severity, location, subject, statement, evidence, fingerprint, mark);
  }

  /** Whether nobody has accepted it. */
  public boolean isOpen() {
    return triage.state() == Triage.State.OPEN;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
