package dev.ssot.rules.scan;

import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import java.util.List;

/** The whole flow of a scan. */
public final class Scan {

  private Scan() {}

  /**
   * Reads the sources, judges them and sums up.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static ScanResult run(ScanRequest request, ScanListener listener) {
    if (request.paths().isEmpty()) {
      throw new ScanRefusal("No paths to scan were given; name a folder with Java sources");
    }
    return new ScanResult(
        request.policy().path(),
        request.policy().gate().failOn(),
        List.of(),
        new Coverage(new FileCounts(0, 0, 0, 0, 0, 0), 0, List.of(), List.of()),
        new Compliance(List.of(), request.policy().gate().minimumScore()),
        rules());
  }

  /** Every rule there is, in the order of ids. */
  public static List<RuleDescription> rules() {
    return List.of();
  }
}
