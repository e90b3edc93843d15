package dev.ssot.rules.model;

import java.util.List;

/**
 * Everything that a scan found; every report is a rendering of one.
 *
 * @param policy path of the policy relative to the base of the scan, or the empty string
 * @param baseline path of the baseline relative to the base of the scan, or the empty string
 * @param threshold open findings of this severity or a worse one fail the scan
 * @param findings sorted, complete, the accepted ones among them
 * @param rules those that ran or would have run, in the order of ids
 */
public record ScanResult(
    String policy,
    String baseline,
    Severity threshold,
    List<Finding> findings,
    Coverage coverage,
    Compliance compliance,
    List<RuleDescription> rules) {

  public ScanResult {
    findings = findings.stream().sorted().toList();
    rules = List.copyOf(rules);
  }

  /** The findings that nobody has accepted, sorted. */
  public List<Finding> open() {
    return findings.stream().filter(Finding::isOpen).toList();
  }

  /** What the scan comes to; blindness wins over violations. */
  public Outcome outcome() {
    if (coverage.incomplete()) {
      return Outcome.INCOMPLETE;
    }
    return failing() > 0 || compliance.gateMissed() ? Outcome.VIOLATIONS : Outcome.CLEAN;
  }

  /** Number of open findings at or above the threshold. */
  public long failing() {
    return open().stream().filter(finding -> finding.severity().reaches(threshold)).count();
  }

  /** Number of open findings of a severity. */
  public long count(Severity severity) {
    return open().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Number of findings with a mark. */
  public long count(Triage.State state) {
    return findings.stream().filter(finding -> finding.triage().state() == state).count();
  }
}
