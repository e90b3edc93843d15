package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleCompliance;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Tally;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes the compliance score: compliant sites of all sites.
 *
 * <p>A role's sites are its implementations (the canonical, its shims, its rivals) and its uses
 * (the access paths that reach one of them, or that the role forbids), one site for each place in a
 * file. Compliant are the canonical, its shims within their dates, and uses of either at which no
 * rule fires. A type that forwards without being kept for a while (an adapter, an alias) needs no
 * date. Documentation links are no uses, and neither is what class files alone show, because they
 * may be missing. The score depends neither on the rules that are asked for nor on the severities
 * of the policy.
 */
final class Scoring {

  private final Case facts;

  Scoring(Case facts) {
    this.facts = facts;
  }

  Compliance compliance() {
    List<RoleCompliance> roles = new ArrayList<>();
    for (RoleCast cast : facts.casts()) {
      roles.add(compliance(cast));
    }
    roles.sort(Comparator.comparing(RoleCompliance::role));
    return new Compliance(roles, facts.policy().gate().minimumScore());
  }

  private RoleCompliance compliance(RoleCast cast) {
    Role role = cast.role();
    Set<String> compliant = new TreeSet<>(cast.shims());
    compliant.removeAll(facts.lapsedShims());
    int good = compliant.size() + (cast.canonical().isPresent() ? 1 : 0);
    int lapsed = cast.shims().size() - compliant.size();
    Tally implementations = new Tally(good, good + lapsed + cast.rivals().size());
    Map<Location, Boolean> sites = new TreeMap<>();
    compliant.add(role.canonical().value());
    Set<String> rivals = new TreeSet<>();
    cast.rivals().forEach(rival -> rivals.add(rival.entry().name()));
    Set<String> all = new TreeSet<>(compliant);
    all.addAll(cast.shims());
    all.addAll(rivals);
    for (String target : all) {
      for (UsageIndex.Use use : cast.usages().of(target)) {
        sites.merge(use.location(), compliant.contains(target), Boolean::logicalAnd);
      }
    }
    forbiddenSites(role).forEach(location -> sites.put(location, false));
    int reached = (int) sites.values().stream().filter(fine -> fine).count();
    return new RoleCompliance(
        role.id(), role.canonical().value(), implementations, new Tally(reached, sites.size()));
  }

  /** Where an access path that belongs to the role is found wanting. */
  private Set<Location> forbiddenSites(Role role) {
    Set<String> patterns = new TreeSet<>(Set.of(role.canonical().value()));
    for (ForbiddenPath path : role.forbidden()) {
      patterns.add(path.pattern().text());
    }
    Set<Location> places = new TreeSet<>();
    for (Finding finding : facts.accessFindings()) {
      if (finding.evidence() instanceof Evidence.Access access
          && access.path() != AccessPath.CLASS_FILE
          && finding.severity() != Severity.NOTE
          && patterns.contains(access.pattern())) {
        places.add(finding.location());
      }
    }
    return places;
  }
}
