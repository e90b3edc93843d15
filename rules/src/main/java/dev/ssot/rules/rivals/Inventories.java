package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Liveness;
import dev.ssot.rules.model.NearType;
import dev.ssot.rules.model.Neighbour;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RoleEntry;
import dev.ssot.rules.model.Standing;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Standings that tell nothing of a role; the rivals of a declared one come from its cast. */
  private static final Set<Standing> UNTELLING =
      Set.of(Standing.UNRELATED, Standing.TEST, Standing.RIVAL);

  private final Codebase codebase;
  private final Rivalry rivalry;

  Inventories(Codebase codebase, Rivalry rivalry) {
    this.codebase = codebase;
    this.rivalry = rivalry;
  }

  RoleEntry declared(Role role) {
    RoleCast cast = rivalry.cast(role);
    String canonical = role.canonical().value();
    List<Neighbour> near =
        cast.canonical().map(own -> rivalry.similar(own, NEAR)).orElse(List.of()).stream()
            .filter(one -> !UNTELLING.contains(one.standing()))
            .toList();
    Set<String> names = new TreeSet<>(Set.of(canonical));
    near.forEach(one -> names.add(one.type().name()));
    UsageIndex index = new UsageIndex(codebase, names);
    Usages usages = new Usages(codebase, index, Set.of());
    Map<String, NearType> members = new LinkedHashMap<>();
    cast.rivals().forEach(rival -> members.put(rival.entry().name(), rival(rival, near)));
    near.forEach(one -> members.putIfAbsent(one.type().name(), member(one, index, usages)));
    return new RoleEntry(
        role.id(),
        true,
        canonical,
        cast.canonical().isPresent()
            ? "the policy says so"
            : "the policy says so; it is a library's",
        usages.liveness(canonical),
        index.users(canonical).size(),
        ordered(members.values()));
  }

  /** A rival of the cast; a neighbour that was put aside says so. */
  private static NearType rival(RoleCast.Rival rival, List<Neighbour> near) {
    NearType member = member(rival.comparison());
    return near.stream()
        .filter(one -> one.standing() == Standing.BACKUP)
        .filter(one -> one.type().name().equals(rival.entry().name()))
        .findFirst()
        .map(
            one ->
                new NearType(
                    member.type(),
                    one.standing(),
                    member.verdict(),
                    member.percent(),
                    member.liveness(),
                    member.users(),
                    one.reason()))
        .orElse(member);
  }

  private static NearType member(Neighbour near, UsageIndex index, Usages usages) {
    String name = near.type().name();
    return new NearType(
        near.type(),
        near.standing(),
        near.verdict(),
        near.percent(),
        usages.liveness(name),
        index.users(name).size(),
        near.reason());
  }

  RoleEntry discovered(Evidence.Fragments group) {
    List<NearType> members = new ArrayList<>();
    group.comparisons().forEach(comparison -> members.add(member(comparison)));
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

  private static NearType member(Comparison comparison) {
    return new NearType(
        comparison.rival(),
        Standing.RIVAL,
        comparison.verdict().label(),
        comparison.confidence(),
        comparison.usage().rival(),
        comparison.usage().ofRival().size() + comparison.usage().ofBoth().size(),
        comparison.shared().channels().stream()
            .findFirst()
            .map(channel -> channel.sentence())
            .orElse("the channels together say so"));
  }

  private static List<NearType> ordered(Collection<NearType> members) {
    return members.stream()
        .sorted(
            Comparator.comparing(NearType::standing)
                .thenComparing(NearType::liveness)
                .thenComparingDouble(member -> -member.percent())
                .thenComparing(NearType::type))
        .toList();
  }
}
