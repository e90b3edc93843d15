package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.model.Inventory;
import dev.ssot.rules.rivals.Rivalry;

/** Draws up the inventory of the roles of a codebase. */
public final class RoleSurvey {

  private RoleSurvey() {}

  /**
   * Reads the sources and lists their roles.
   *
   * @throws ScanRefusal if the request cannot give an honest answer
   */
  public static Inventory run(ScanRequest request, ScanListener listener) {
    Sources sources = Reading.of(request, Scan.wanted(request.policy()), listener);
    return new Inventory(
        new Rivalry(sources.codebase()).inventory(request.policy().roles()),
        sources.codebase().types().size(),
        sources.counts(),
        sources.problems());
  }
}
