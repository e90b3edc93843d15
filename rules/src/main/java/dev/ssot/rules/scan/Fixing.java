package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.source.RewriteReading;
import dev.ssot.rules.fix.Fixes;
import dev.ssot.rules.model.FixPlan;
import java.util.Set;

/** Works out how the findings of a scan can be fixed; writes nothing. */
public final class Fixing {

  private Fixing() {}

  /**
   * Scans, and works out the changes.
   *
   * @param rules ids of rules whose findings are to be fixed
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static FixPlan run(ScanRequest request, Set<String> rules, ScanListener listener) {
    Scan.Judged whole = Scan.whole(request, listener);
    RewriteReading rewriting = Reading.rewriting(request, whole.facts().codebase());
    return new Fixes(whole.facts(), rewriting)
        .plan(whole.result().findings(), rules, whole.result().coverage().problems());
  }
}
