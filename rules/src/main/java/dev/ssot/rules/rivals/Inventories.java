package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.Neighbour;
import dev.ssot.rules.model.Standing;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleEntry;
import dev.ssot.rules.model.RoleMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Draws up the roles of a codebase with all types that are near them. */
final class Inventories {

  /** So many of the likest types are looked at for a part beside a declared canonical. */
  private static final int NEAR = 40;

  private final Codebase codebase;
  private final Rivalry rivalry;

  Inventories(Codebase codebase, Rivalry rivalry) {
    this.codebase = codebase;
    this.rivalry = rivalry;
  }

  RoleEntry declared(Role role) {
    RoleCast cast = rivalry.cast(role);
    String canonical = role.canonical().value();
    Map<String, RoleMember> members = new LinkedHashMap<>();
    for (RoleCast.Rival rival : cast.rivals()) {
      members.put(rival.entry().name(), member(rival.comparison(), Standing.RIVAL));
    }
    cast.canonical().ifPresent(own -> addNear(own, members));
    Set<String> names = new TreeSet<>(members.keySet());
    names.add(canonical);
    UsageIndex index = new UsageIndex(codebase, names);
    Usages usages = new Usages(codebase, index, Set.of());
    List<RoleMember> counted = new ArrayList<>();
    members.values().forEach(member -> counted.add(counted(member, index, usages)));
    return new RoleEntry(
        role.id(),
        true,
        canonical,
        cast.canonical().isPresent()
            ? "the policy says so"
            : "the policy says so; it is a library's",
        usages.liveness(canonical),
        index.users(canonical).size(),
        ordered(counted));
  }

  private void addNear(TypeEntry canonical, Map<String, RoleMember> members) {
    for (Neighbour near : rivalry.similar(canonical, NEAR)) {
      boolean telling = near.standing() != Standing.UNRELATED && near.standing() != Standing.TEST;
      RoleMember known = members.get(near.type().name());
      if (known != null && near.standing() == Standing.BACKUP) {
        members.put(near.type().name(), as(known, near));
      } else if (known == null && telling && near.standing() != Standing.RIVAL) {
        members.put(
            near.type().name(),
            new RoleMember(
                near.type(),
                near.standing(),
                near.verdict(),
                near.percent(),
                Liveness.NOTHING,
                0,
                near.reason()));
      }
    }
  }

  private static RoleMember as(RoleMember known, Neighbour near) {
    return new RoleMember(
        known.type(),
        near.standing(),
        known.verdict(),
        known.percent(),
        known.liveness(),
        known.users(),
        near.reason());
  }

  private static RoleMember counted(RoleMember member, UsageIndex index, Usages usages) {
    boolean compared = member.standing() == Standing.RIVAL || member.standing() == Standing.BACKUP;
    return new RoleMember(
        member.type(),
        member.standing(),
        member.verdict(),
        member.percent(),
        compared ? member.liveness() : usages.liveness(member.type().name()),
        index.users(member.type().name()).size(),
        member.reason());
  }

  RoleEntry discovered(Evidence.Fragments group) {
    List<RoleMember> members = new ArrayList<>();
    group.comparisons().forEach(comparison -> members.add(member(comparison, Standing.RIVAL)));
    Comparison first = group.comparisons().get(0);
    boolean direct = first.canonical().name().equals(group.canonical().name());
    return new RoleEntry(
        group.words().isEmpty() ? group.canonical().simpleName() : String.join("-", group.words()),
        false,
        group.canonical().name(),
        group.reason(),
        direct ? first.usage().canonical() : Liveness.PRODUCTION,
        first.usage().ofCanonical().size() + first.usage().ofBoth().size(),
        ordered(members));
  }

  private static RoleMember member(Comparison comparison, Standing standing) {
    return new RoleMember(
        comparison.rival(),
        standing,
        comparison.verdict().label(),
        comparison.confidence(),
        comparison.usage().rival(),
        comparison.usage().ofRival().size() + comparison.usage().ofBoth().size(),
        comparison.shared().channels().stream()
            .findFirst()
            .map(channel -> channel.sentence())
            .orElse("the channels together say so"));
  }

  private static List<RoleMember> ordered(List<RoleMember> members) {
    return members.stream()
        .sorted(
            Comparator.comparing(RoleMember::standing)
                .thenComparing(RoleMember::liveness)
                .thenComparingDouble(member -> -member.percent())
                .thenComparing(RoleMember::type))
        .toList();
  }
}
