package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassNames;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds to the findings on access paths what class files show of them.
 *
 * <p>What both show is one finding with both evidences. What the source alone shows (an unused
 * import, an inlined constant) stays as it is, and what class files alone show (an inferred type,
 * the result of a call) is a finding of its own.
 */
final class ForbiddenUses {

  private static final int LISTED = 3;

  /** A use that nobody has looked up yet; a scan has many, of which few are forbidden. */
  private static final Location NOWHERE = new Location("?", Region.start());

  private final Case facts;
  private final List<Prohibition> prohibitions;
  private final Map<String, List<Prohibition>> watching = new HashMap<>();

  ForbiddenUses(Case facts, List<Prohibition> prohibitions) {
    this.facts = facts;
    this.prohibitions = prohibitions;
  }

  /** A forbidden use that a class file shows. */
  private record Hit(ClassFact in, ClassUse use, Prohibition by) {

    String target() {
      return ClassNames.sourceType(use.owner());
    }
  }

  /** The findings of the source, with what class files show. */
  List<Finding> addTo(List<Finding> bySource) {
    List<List<Sighting>> shown = new ArrayList<>();
    bySource.forEach(finding -> shown.add(new ArrayList<>()));
    Map<String, List<Hit>> alone = new LinkedHashMap<>();
    for (Hit hit : hits()) {
      Location place = facts.places().location(hit.in(), 0, "");
      int same = same(bySource, place.path(), hit);
      if (same < 0) {
        String key = hit.in().sourceType() + " " + hit.target();
        alone.computeIfAbsent(key, missing -> new ArrayList<>()).add(hit);
      } else if (shown.get(same).size() < LISTED) {
        shown.get(same).add(facts.places().sighting(hit.in(), hit.use()));
      }
    }
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < bySource.size(); i++) {
      all.add(with(bySource.get(i), shown.get(i)));
    }
    alone.values().forEach(hits -> all.add(finding(hits)));
    return all;
  }

  private List<Hit> hits() {
    List<Hit> hits = new ArrayList<>();
    for (ClassFact fact : facts.places().judged()) {
      for (ClassUse use : fact.uses()) {
        for (Prohibition prohibition : watching(use.owner())) {
          if (prohibition.forbids(access(fact, use, NOWHERE), facts.codebase())) {
            hits.add(new Hit(fact, use, prohibition));
            break;
          }
        }
      }
    }
    return hits;
  }

  /** The prohibitions that may be about a class; for most classes there are none. */
  private List<Prohibition> watching(String owner) {
    return watching.computeIfAbsent(
        owner,
        name -> {
          String type = ClassNames.sourceType(name);
          return prohibitions.stream().filter(one -> one.mayCover(type)).toList();
        });
  }

  private static Access access(ClassFact fact, ClassUse use, Location location) {
    String target = ClassNames.sourceType(use.owner());
    return new Access(
        AccessPath.CLASS_FILE, target, use.name(), false, location, fact.sourceType());
  }

  /** The index of the finding of the source that is about the same, or -1. */
  private static int same(List<Finding> bySource, String path, Hit hit) {
    int same = -1;
    for (int i = 0; i < bySource.size(); i++) {
      if (bySource.get(i).location().path().equals(path)
          && bySource.get(i).evidence() instanceof Evidence.Access access
          && access.path() != AccessPath.JAVADOC_LINK
          && access.pattern().equals(hit.by().path().pattern().text())) {
        boolean exact = (hit.target() + "#").startsWith(access.target() + "#");
        if (exact) {
          return i;
        }
        same = same < 0 ? i : same;
      }
    }
    return same;
  }

  private static Finding with(Finding finding, List<Sighting> sightings) {
    return sightings.isEmpty() || !(finding.evidence() instanceof Evidence.Access access)
        ? finding
        : finding.with(access.with(sightings));
  }

  private Finding finding(List<Hit> hits) {
    Hit first = hits.get(0);
    List<Sighting> sightings =
        hits.stream()
            .limit(LISTED)
            .map(hit -> facts.places().sighting(hit.in(), hit.use()))
            .toList();
    Access access = access(first.in(), first.use(), sightings.get(0).location());
    boolean wholeType = first.by().path().pattern().member().isEmpty();
    Access shown =
        wholeType
            ? new Access(
                access.path(), access.target(), "", false, access.location(), access.user())
            : access;
    return with(ForbiddenImport.finding(shown, first.by().path(), facts.codebase()), sightings);
  }
}
