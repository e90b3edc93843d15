package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.model.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was said of pairs of types, at this look and at the one before. Not safe for concurrent use.
 */
final class Verdicts {

  /** By what else explains a likeness than what both share. */
  private final KnownPairs<Double> affinities;

  private final Map<Role, KnownPairs<RoleSearch.Opinion>> opinions;
  private Map<Role, KnownPairs<RoleSearch.Opinion>> before;

  private Verdicts(
      KnownPairs<Double> affinities,
      Map<Role, KnownPairs<RoleSearch.Opinion>> opinions,
      Map<Role, KnownPairs<RoleSearch.Opinion>> before) {
    this.affinities = affinities;
    this.opinions = opinions;
    this.before = before;
  }

  static Verdicts none() {
    return new Verdicts(KnownPairs.none(), new LinkedHashMap<>(), Map.of());
  }

  /** What holds of it one look later. */
  Verdicts next(Steady steady) {
    Map<Role, KnownPairs<RoleSearch.Opinion>> holding = new HashMap<>();
    opinions.forEach((role, known) -> holding.put(role, known.next(steady::idOfAsFrequent)));
    return new Verdicts(affinities.next(steady::idOfSame), new LinkedHashMap<>(), holding);
  }

  KnownPairs<Double> affinities() {
    return affinities;
  }

  KnownPairs<RoleSearch.Opinion> opinions(Role role) {
    return opinions.computeIfAbsent(
        role,
        asked -> {
          KnownPairs<RoleSearch.Opinion> holding = before.get(asked);
          return holding == null ? KnownPairs.none() : holding;
        });
  }

  /** The roles of which something was said at this look. */
  Set<Role> roles() {
    return Set.copyOf(opinions.keySet());
  }

  /** Lets go of the look before. */
  void forget() {
    affinities.forget();
    opinions.values().forEach(KnownPairs::forget);
    before = Map.of();
  }

  /** What was written of a codebase with these types, in the order of ids. */
  static Verdicts read(List<TypeEntry> types, ByteSource source) {
    KnownPairs<Double> affinities = KnownPairs.read(source, ByteSource::fixedDouble);
    Map<Role, KnownPairs<RoleSearch.Opinion>> opinions = new LinkedHashMap<>();
    for (int rest = source.number(); rest > 0; rest--) {
      Role role = (Role) source.value();
      opinions.put(role, KnownPairs.read(source, known -> RoleSearch.Opinion.read(types, known)));
    }
    return new Verdicts(affinities, opinions, Map.of());
  }

  void write(ByteSink sink) {
    affinities.write(sink, (affinity, into) -> into.fixed(affinity));
    sink.number(opinions.size());
    opinions.forEach(
        (role, known) -> {
          sink.value(role);
          known.write(sink, RoleSearch.Opinion::write);
        });
  }
}
