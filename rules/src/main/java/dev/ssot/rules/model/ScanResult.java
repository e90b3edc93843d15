package dev.ssot.rules.model;

import java.util.List;

/**
 * Everything that a scan found; every report is a rendering of one.
 *
 * @param policy path of the policy relative to the base of the scan, or the empty string
 * @param baseline path of the baseline relative to the base of the scan, or the empty string
 * @param threshold findings of this severity or a worse one fail the scan
 * @param findings sorted, complete, the accepted ones among them
 * @param rules those that ran or would have run, in the order of ids
 * @param shims in the order of their places
 * @param tests those of roles that must be real in tests, in the order of the policy
 * @param change what the scan was compared with, if it was
 * @param context what lies around the findings
 */
public record ScanResult(
    String policy,
    String baseline,
    Severity threshold,
    List<Finding> findings,
    Coverage coverage,
    Compliance compliance,
    List<RuleDescription> rules,
    List<ShimUse> shims,
    List<RoleTests> tests,
    Change change,
    FindingContext context) {

  public ScanResult {
    findings = findings.stream().sorted().toList();
    rules = List.copyOf(rules);
    shims = List.copyOf(shims);
    tests = List.copyOf(tests);
  }

  /** A result that was compared with nothing and knows nothing of what lies around. */
  public ScanResult(
      String policy,
      String baseline,
      Severity threshold,
      List<Finding> findings,
      Coverage coverage,
      Compliance compliance,
      List<RuleDescription> rules,
      List<ShimUse> shims,
      List<RoleTests> tests) {
    this(
        policy,
        baseline,
        threshold,
        findings,
        coverage,
        compliance,
        rules,
        shims,
        tests,
        Change.none(),
        FindingContext.none());
  }

  /** The same result, compared: its findings say whether they are new. */
  public ScanResult with(List<Finding> compared, Change with) {
    return new ScanResult(
        policy,
        baseline,
        threshold,
        compared,
        coverage,
        compliance,
        rules,
        shims,
        tests,
        with,
        context);
  }

  /** The same result with what lies around its findings. */
  public ScanResult with(FindingContext around) {
    return new ScanResult(
        policy,
        baseline,
        threshold,
        findings,
        coverage,
        compliance,
        rules,
        shims,
        tests,
        change,
        around);
  }

  /** The findings that nobody has accepted, sorted. */
  public List<Finding> open() {
    return findings.stream().filter(Finding::isOpen).toList();
  }

  /** The open findings that the scan is about: all, or those that a change has introduced. */
  public List<Finding> reported() {
    return findings.stream().filter(Finding::isReported).toList();
  }

  /** The shims of a canonical, by its qualified name. */
  public List<ShimUse> shimsOf(String canonical) {
    return shims.stream().filter(shim -> shim.canonical().equals(canonical)).toList();
  }

  /** What the scan comes to; blindness wins over violations. */
  public Outcome outcome() {
    if (coverage.incomplete()) {
      return Outcome.INCOMPLETE;
    }
    return failing() > 0 || gateFails() || change.overstepped()
        ? Outcome.VIOLATIONS
        : Outcome.CLEAN;
  }

  /** Number of reported findings at or above the threshold. */
  public long failing() {
    return failingFindings().size();
  }

  /** The reported findings at or above the threshold. */
  public List<Finding> failingFindings() {
    return reported().stream().filter(finding -> finding.severity().reaches(threshold)).toList();
  }

  /** Whether the gate is missed, and in a comparison, whether it was not missed before. */
  public boolean gateFails() {
    return compliance.gateMissed() && !(change.isThere() && change.before().gateMissed());
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
