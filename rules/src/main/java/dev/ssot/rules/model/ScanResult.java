package dev.ssot.rules.model;

import java.util.List;

/**
 * Everything that a scan found; every report is a rendering of one.
 *
 * @param policy path of the policy relative to the base of the scan, or the empty string
 * @param threshold findings of this severity or a worse one fail the scan
 * @param findings sorted, complete
 * @param rules those that ran or would have run, in the order of ids
 */
public record ScanResult(
    String policy,
    Severity threshold,
    List<Finding> findings,
    Coverage coverage,
    Compliance compliance,
    List<RuleDescription> rules) {

  public ScanResult {
    findings = findings.stream().sorted().toList();
    rules = List.copyOf(rules);
  }

  /** What the scan comes to; blindness wins over violations. */
  public Outcome outcome() {
    if (coverage.incomplete()) {
      return Outcome.INCOMPLETE;
    }
    boolean open = findings.stream().anyMatch(finding -> finding.severity().reaches(threshold));
    return open || compliance.gateMissed() ? Outcome.VIOLATIONS : Outcome.CLEAN;
  }

  /** Number of findings of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
