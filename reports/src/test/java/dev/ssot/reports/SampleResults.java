package dev.ssot.reports;

import static dev.ssot.reports.SampleTypes.ROUTER;
import static dev.ssot.reports.SampleTypes.at;
import static dev.ssot.reports.SampleTypes.numbered;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Breach;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Novelty;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.RoleTests;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.StandIn;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.model.Triage;
import dev.ssot.rules.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Scan results of every kind. */
final class SampleResults {

  private static final Severity[] SEVERITIES = Severity.values();

  private SampleResults() {}

  static ScanResult clean() {
    return whole(List.of(), compliance(5, 5));
  }

  static ScanResult nothingLookedAt() {
    return new ScanResult(
        "",
        "",
        Severity.WARNING,
        List.of(),
        SampleCoverage.empty(),
        new Compliance(List.of(), 95),
        SampleRules.all(),
        List.of(),
        List.of());
  }

  static ScanResult oneFinding() {
    return whole(List.of(SampleFindings.rival()), compliance(39, 40));
  }

  static ScanResult everyEvidence() {
    List<Finding> findings = new ArrayList<>();
    findings.add(SampleFindings.rival());
    for (Verdict verdict : Verdict.values()) {
      findings.add(
          SampleFindings.of(
              "duplicate-implementation", Severity.WARNING, SampleEvidence.namesakes(verdict)));
    }
    findings.add(SampleFindings.of("fragmented-role", Severity.NOTE, SampleEvidence.fragments()));
    for (AccessPath path : AccessPath.values()) {
      findings.add(
          SampleFindings.of("forbidden-import", Severity.ERROR, SampleEvidence.access(path)));
    }
    for (Evidence evidence :
        List.of(
            SampleEvidence.accessWithoutReplacement(),
            SampleEvidence.accessInClassFiles(),
            SampleEvidence.bytecode(),
            SampleEvidence.unresolved(),
            SampleEvidence.unresolvedWithoutCandidate(),
            SampleEvidence.policyEntry(),
            SampleEvidence.dispatch(),
            SampleEvidence.longDispatch(),
            SampleEvidence.restatement(),
            SampleEvidence.restatementOnce(),
            SampleEvidence.conflict(),
            SampleEvidence.malformedSuppression(),
            SampleEvidence.idleSuppression(),
            SampleEvidence.staleEntry())) {
      findings.add(SampleFindings.of("unresolved-import", Severity.WARNING, evidence));
    }
    for (Pretence pretence : Pretence.values()) {
      findings.add(
          SampleFindings.of("fake-success", Severity.ERROR, SampleEvidence.fakeSuccess(pretence)));
    }
    for (Part part : Part.values()) {
      findings.add(
          SampleFindings.of(
              "test-double-in-production", Severity.ERROR, SampleEvidence.testDouble(part)));
    }
    for (StandIn.Form form : StandIn.Form.values()) {
      findings.add(SampleFindings.of("mocked-canonical", Severity.ERROR, SampleTests.mocked(form)));
    }
    findings.add(SampleFindings.of("overdue-shim", Severity.ERROR, SampleEvidence.shim()));
    findings.add(SampleFindings.of("unused-shim", Severity.WARNING, SampleEvidence.lonelyShim()));
    for (int calls : List.of(1, 2 * Breach.values().length)) {
      findings.add(
          SampleFindings.of(
              "incompatible-contract", Severity.ERROR, SampleEvidence.incompatibleContract(calls)));
    }
    return result(
        findings, SampleCoverage.whole(findings, List.of()), compliance(7, 10), SampleTests.all());
  }

  /** Nothing is open at the threshold, and all that was found is still there. */
  static ScanResult accepted() {
    List<Finding> findings =
        List.of(
            SampleFindings.rival().with(new Triage.Suppressed(SampleEvidence.suppression())),
            SampleFindings.numbered(1, Severity.ERROR, SampleEvidence.access(AccessPath.IMPORT))
                .with(new Triage.Suppressed(SampleEvidence.suppressionOfThePolicy())),
            SampleFindings.numbered(2, Severity.ERROR, SampleEvidence.access(AccessPath.IMPORT))
                .with(new Triage.Known(17)),
            SampleFindings.numbered(3, Severity.NOTE, SampleEvidence.access(AccessPath.IMPORT)));
    return new ScanResult(
        "ssot.yaml",
        "known.jsonl",
        Severity.WARNING,
        findings,
        SampleCoverage.whole(findings, List.of()),
        compliance(39, 40),
        SampleRules.all(),
        List.of(),
        List.of());
  }

  static ScanResult everyProblem() {
    return partial(List.of(SampleFindings.rival()), SampleCoverage.problems(), compliance(39, 40));
  }

  static ScanResult gateMissed() {
    return whole(List.of(), compliance(2, 3));
  }

  /** The code of both sides is at hand, and it is known who owns it. */
  static ScanResult withCode() {
    List<Finding> findings =
        List.of(
            SampleFindings.rival(),
            SampleFindings.numbered(1, Severity.ERROR, SampleEvidence.access(AccessPath.IMPORT)));
    return whole(findings, compliance(2, 3)).with(SampleContext.whole());
  }

  /** Some findings are new, and so are permissions of every kind. */
  static ScanResult changed() {
    List<Finding> findings =
        List.of(
            SampleFindings.rival().with(Novelty.INTRODUCED).with(SampleChanges.resurrection()),
            SampleFindings.numbered(1, Severity.ERROR, SampleEvidence.access(AccessPath.IMPORT))
                .with(Novelty.THERE_BEFORE),
            SampleFindings.numbered(2, Severity.NOTE, SampleEvidence.access(AccessPath.IMPORT))
                .with(Novelty.INTRODUCED),
            SampleFindings.numbered(3, Severity.ERROR, SampleEvidence.access(AccessPath.IMPORT))
                .with(new Triage.Known(17))
                .with(Novelty.THERE_BEFORE));
    return whole(findings, compliance(2, 3)).with(findings, SampleChanges.change());
  }

  /** All that was found was there before, and the base is not wholly known. */
  static ScanResult unchanged() {
    List<Finding> findings = List.of(SampleFindings.rival().with(Novelty.THERE_BEFORE));
    return whole(findings, compliance(2, 3)).with(findings, SampleChanges.blind());
  }

  /** There is nothing to compare with. */
  static ScanResult firstCommit() {
    List<Finding> findings = List.of(SampleFindings.rival().with(Novelty.INTRODUCED));
    return whole(findings, compliance(39, 40)).with(findings, SampleChanges.first());
  }

  static ScanResult notesOnly() {
    List<Finding> findings =
        List.of(SampleFindings.of("fragmented-role", Severity.NOTE, SampleEvidence.fragments()));
    return result(
        findings,
        SampleCoverage.whole(findings, SampleCoverage.remarks(1)),
        new Compliance(List.of(), 95));
  }

  static ScanResult hostileText() {
    return HostileText.result();
  }

  static ScanResult longPaths() {
    String folder = "a folder/100%/größe/" + "deep/".repeat(60);
    Finding finding =
        SampleFindings.at(at(folder + "It's: #1 [a](b)?.java", 3), SampleEvidence.renamedCopy());
    Problem problem =
        new Problem(
            Problem.Kind.NOT_UNDERSTOOD, folder + "b c.java", 7, "`}` expected", "close the block");
    return partial(List.of(finding), List.of(problem), compliance(39, 40));
  }

  static ScanResult longLists() {
    List<Problem> problems = new ArrayList<>(SampleCoverage.gaps(60));
    problems.addAll(SampleCoverage.remarks(14));
    return partial(
        List.of(SampleFindings.withManyPlaces(SampleEvidence.longLists())),
        problems,
        compliance(39, 40));
  }

  static ScanResult manyFindings() {
    List<Finding> findings =
        numbered(
            6000,
            i ->
                SampleFindings.numbered(
                    i,
                    SEVERITIES[i % SEVERITIES.length],
                    SampleEvidence.access(AccessPath.IMPORT)));
    return whole(findings, compliance(39, 6039));
  }

  private static ScanResult whole(List<Finding> findings, Compliance compliance) {
    return result(findings, SampleCoverage.whole(findings, List.of()), compliance);
  }

  static ScanResult partial(List<Finding> findings, List<Problem> problems, Compliance compliance) {
    return result(findings, SampleCoverage.partial(findings, problems), compliance);
  }

  private static ScanResult result(
      List<Finding> findings, Coverage coverage, Compliance compliance) {
    return result(findings, coverage, compliance, List.of());
  }

  private static ScanResult result(
      List<Finding> findings, Coverage coverage, Compliance compliance, List<RoleTests> tests) {
    return new ScanResult(
        "ssot.yaml",
        "",
        Severity.WARNING,
        findings,
        coverage,
        compliance,
        SampleRules.all(),
        SampleChanges.shims(),
        tests);
  }

  /** One role whose uses are {@code compliant} of {@code sites}, and one without a site. */
  static Compliance compliance(int compliant, int sites) {
    return new Compliance(
        List.of(
            new RoleCompliance("empty-role", "shop.none.Nothing", new Tally(0, 0), new Tally(0, 0)),
            new RoleCompliance(
                "message-routing",
                ROUTER.name(),
                new Tally(1, 1),
                new Tally(compliant - 1, sites - 1))),
        95);
  }
}
