package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Acceptance.Malformed;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.SuppressionList;
import dev.ssot.rules.triage.Grants;
import java.util.List;

/** Lists the suppressions of a codebase and its policy; no rule runs. */
public final class SuppressionSurvey {

  private SuppressionSurvey() {}

  /**
   * Reads the sources and lists their suppressions.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static SuppressionList run(ScanRequest request, ScanListener listener) {
    Sources sources = Reading.of(request, Wanted.nothing(), listener);
    Grants grants =
        new Grants(
            sources.codebase(), request.policy().accepted().suppressions(), Scan.ids(List.of()));
    return new SuppressionList(
        request.grounds().today(),
        grants.suppressions(),
        grants.malformed().stream().map(Malformed::location).toList(),
        sources.problems());
  }
}
