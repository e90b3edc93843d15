package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.source.RewriteReading;
import dev.ssot.rules.fix.RolePlans;
import dev.ssot.rules.model.RolePlan;
import dev.ssot.rules.rivals.RoleCast;
import java.util.Set;

/** Works out how a role can be consolidated. */
public final class Planning {

  private Planning() {}

  /**
   * Scans, and works out the plan of a role.
   *
   * @param role id of a declared role
   * @param asked qualified names of types of which it matters whether they are still there
   * @throws ScanRefusal if there is no such role, or its canonical is in a library
   */
  public static RolePlan run(
      ScanRequest request, String role, Set<String> asked, ScanListener listener) {
    Scan.Judged whole = Scan.whole(request, listener);
    RoleCast cast =
        whole.facts().casts().stream()
            .filter(one -> one.role().id().equals(role))
            .findFirst()
            .orElseThrow(() -> new ScanRefusal("There is no role `%s`".formatted(role)));
    if (cast.canonical().isEmpty()) {
      throw new ScanRefusal(
          "the canonical `%s` of the role `%s` is in a library, so that nothing tells who would bind to it"
              .formatted(cast.role().canonical().value(), role));
    }
    RewriteReading rewriting = Reading.rewriting(request, whole.facts().codebase());
    return new RolePlans(whole.facts(), rewriting)
        .plan(cast, asked, whole.result().coverage().problems());
  }
}
