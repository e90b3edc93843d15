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
 * @param novelty whether a change has introduced it; rules leave it open as well
 * @param resurrected whether what a change has introduced had been deleted before
 */
public record Finding(
    String rule,
    Severity severity,
    Location location,
    Subject subject,
    Statement statement,
    Evidence evidence,
    Fingerprint fingerprint,
    Triage triage,
    Novelty novelty,
    Resurrection resurrected)
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
    this(
        rule,
        severity,
        location,
        subject,
        statement,
        evidence,
        fingerprint,
        new Triage.Open(),
        Novelty.NOT_COMPARED,
        Resurrection.none());
  }

  /** The same finding with another severity. */
  public Finding with(Severity other) {
    return copy(other, evidence, triage, novelty, resurrected);
  }

  /** The same finding with more evidence. */
  public Finding with(Evidence more) {
    return copy(severity, more, triage, novelty, resurrected);
  }

  /** The same finding with another mark. */
  public Finding with(Triage mark) {
    return copy(severity, evidence, mark, novelty, resurrected);
  }

  /** The same finding, compared with what was there before. */
  public Finding with(Novelty found) {
    return copy(severity, evidence, triage, found, resurrected);
  }

  /** The same finding of what had been deleted before. */
  public Finding with(Resurrection back) {
    return copy(severity, evidence, triage, novelty, back);
  }

  private Finding copy(
      Severity weight, Evidence why, Triage mark, Novelty found, Resurrection back) {
    return new Finding(
        rule, weight, location, subject, statement, why, fingerprint, mark, found, back);
  }

  /** Whether nobody has accepted it. */
  public boolean isOpen() {
    return triage.state() == Triage.State.OPEN;
  }

  /** Whether the scan is about it: open, and not known to have been there before a change. */
  public boolean isReported() {
    return isOpen() && novelty != Novelty.THERE_BEFORE;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
