package dev.ssot.benchmarks.stability;

import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Bystanders;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Recognition;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePaths;
import dev.ssot.rules.model.RoleValues;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of one state of the code. */
record Snapshot(Path folder, List<Finding> findings) {

  private static final PolicyLine NOWHERE = new PolicyLine("policies.tsv", 1, 1, "");

  Snapshot {
    findings = List.copyOf(findings);
  }

  /**
   * Scans a folder.
   *
   * @param declared rows of artifact, kind and value; the rows of other artifacts are left
   */
  static Snapshot of(Path folder, String artifact, List<List<String>> declared, int threads) {
    ScanRequest request =
        new ScanRequest(
            folder, List.of(folder), policy(artifact, declared), Set.of(), Grounds.none(), threads);
    return new Snapshot(folder, Scan.run(request, ScanListener.silent()).findings());
  }

  private static Policy policy(String artifact, List<List<String>> declared) {
    List<Role> roles = new ArrayList<>();
    List<ForbiddenPath> forbidden = new ArrayList<>();
    for (List<String> row : declared) {
      String value = row.get(2);
      if (row.get(0).equals(artifact) && row.get(1).equals("role")) {
        roles.add(
            new Role(
                "role-" + roles.size(),
                "a job",
                new PolicyText(value, NOWHERE),
                Recognition.standard(),
                new RoleValues(List.of(), List.of()),
                Bystanders.none(),
                RolePaths.open()));
      } else if (row.get(0).equals(artifact)) {
        forbidden.add(
            new ForbiddenPath(
                AccessPattern.parse(value),
                "to have something to find",
                "something else",
                Severity.ERROR,
                List.of(),
                NOWHERE));
      }
    }
    return new Policy(
        "",
        roles,
        forbidden,
        SourceSelection.standard(),
        Policy.Gate.standard(),
        Map.of(),
        Policy.Accepted.nothing());
  }

  /** The findings that take no fingerprint of a later state, each of which can be taken once. */
  List<Finding> lost(Snapshot later) {
    Map<String, Integer> left = new HashMap<>();
    later.findings().forEach(finding -> left.merge(finding.fingerprint().value(), 1, Integer::sum));
    List<Finding> lost = new ArrayList<>();
    for (Finding finding : findings) {
      int number = left.merge(finding.fingerprint().value(), -1, Integer::sum);
      if (number < 0) {
        lost.add(finding);
      }
    }
    return lost;
  }
}
