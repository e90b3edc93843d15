package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.SettingValue;
import dev.ssot.rules.rivals.Patterns;
import dev.ssot.rules.rivals.RoleCast;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds settings of a role that have several values. */
public final class Conflicts {

  private final Codebase codebase;
  private final ConstantIndex constants;
  private final SettingNames names;
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, List<Group>> byPackage = new HashMap<>();

  /** By the name of a type: what it and those that stand in it declare. */
  private final Map<String, List<Group>> byOuter = new HashMap<>();

  private final IdentityHashMap<RoleCast, Map<String, List<Declared>>> settings =
      new IdentityHashMap<>();

  public Conflicts(Codebase codebase, ConstantIndex constants) {
    this.codebase = codebase;
    this.constants = constants;
    this.names = new SettingNames(constants);
    for (SourceUnit unit : codebase.units()) {
      Map<String, List<ConstantFact>> byType = new LinkedHashMap<>();
      for (ConstantFact fact : unit.uses().values().constants()) {
        byType.computeIfAbsent(fact.inType(), type -> new ArrayList<>()).add(fact);
      }
      byType.forEach((type, facts) -> add(new Group(groups.size(), unit, type, facts)));
    }
  }

  private void add(Group group) {
    groups.add(group);
    byPackage.computeIfAbsent(group.unit().packageName(), name -> new ArrayList<>()).add(group);
    for (String around : RoleTypes.around(group.type())) {
      byOuter.computeIfAbsent(around, name -> new ArrayList<>()).add(group);
    }
  }

  /**
   * The constants of one type in one file.
   *
   * @param place in the order of files
   */
  private record Group(int place, SourceUnit unit, String type, List<ConstantFact> facts) {}

  /** How near a type is to the canonical of a role; the nearest first. */
  private enum Nearness {
    OWN,
    RIVAL,
    PACKAGE,
    USER
  }

  /**
   * A setting with several values.
   *
   * @param nearer the value nearest to the canonical that another one differs from
   * @param other the first value that differs from it
   * @param values two at least, the nearest to the canonical first
   */
  public record Conflict(
      String setting, SettingValue nearer, SettingValue other, List<SettingValue> values) {

    public Conflict {
      values = List.copyOf(values);
    }
  }

  private record Declared(Nearness nearness, ConstantFact fact, Amount amount, Location location) {

    SettingValue value() {
      return new SettingValue(fact.inType(), fact.name(), fact.written(), amount.words(), location);
    }
  }

  /** By nearness and name; by place last, so that a moved file changes nothing. */
  private static final Comparator<Declared> ORDER =
      Comparator.comparing(Declared::nearness)
          .thenComparing((Declared declared) -> declared.fact().inType())
          .thenComparing((Declared declared) -> declared.fact().name())
          .thenComparing(Declared::location);

  /** How many settings and constants of a role were compared. */
  public int looked(RoleCast cast) {
    return bySetting(cast).values().stream().mapToInt(List::size).sum();
  }

  /** The settings of a role that have several values, sorted by name. */
  public List<Conflict> of(RoleCast cast) {
    List<Conflict> conflicts = new ArrayList<>();
    bySetting(cast)
        .forEach(
            (key, declared) -> {
              declared.sort(ORDER);
              conflict(declared).ifPresent(conflicts::add);
            });
    return conflicts;
  }

  private Map<String, List<Declared>> bySetting(RoleCast cast) {
    return settings.computeIfAbsent(cast, this::read);
  }

  private Map<String, List<Declared>> read(RoleCast cast) {
    Map<String, List<Declared>> bySetting = new TreeMap<>();
    RoleTypes types = new RoleTypes(codebase, cast);
    Set<String> users = users(cast);
    for (Group group : around(cast, types, users)) {
      nearness(group.unit(), group.type(), cast, types, users)
          .ifPresent(near -> add(group, near, bySetting));
    }
    return bySetting;
  }

  private void add(Group group, Nearness near, Map<String, List<Declared>> bySetting) {
    for (ConstantFact fact : group.facts()) {
      if (names.isSetting(fact)) {
        declared(group.unit(), fact, near)
            .ifPresent(
                declared ->
                    bySetting
                        .computeIfAbsent(key(declared), key -> new ArrayList<>())
                        .add(declared));
      }
    }
  }

  /** The constants that may be near the canonical of a role, in the order of files. */
  private Collection<Group> around(RoleCast cast, RoleTypes types, Set<String> users) {
    TreeMap<Integer, Group> around = new TreeMap<>();
    Set<String> outer = new HashSet<>(users);
    outer.addAll(types.names());
    cast.rivals().forEach(rival -> outer.add(rival.entry().name()));
    outer.stream()
        .flatMap(name -> byOuter.getOrDefault(name, List.of()).stream())
        .forEach(group -> around.put(group.place(), group));
    byPackage
        .getOrDefault(Patterns.packageOf(cast.role().canonical().value()), List.of())
        .forEach(group -> around.put(group.place(), group));
    return around.values();
  }

  private static String key(Declared declared) {
    return (declared.fact().isSetting() ? "key " : "name ") + declared.amount().name();
  }

  private Optional<Declared> declared(SourceUnit unit, ConstantFact fact, Nearness near) {
    Optional<Value> value =
        fact.isSetting() ? settled(unit, fact) : constants.value(fact.inType(), fact.name());
    boolean alias = !fact.isSetting() && fact.value().kind() == Value.Kind.ALIAS;
    return value
        .filter(known -> !alias)
        .map(
            known ->
                new Declared(
                    near, fact, Amount.of(fact, known), new Location(unit.path(), fact.region())));
  }

  /** The value of a default, which may be the name of a constant. */
  private Optional<Value> settled(SourceUnit unit, ConstantFact fact) {
    if (fact.value().kind() != Value.Kind.ALIAS) {
      return Optional.of(fact.value());
    }
    String written = fact.value().text();
    return constants
        .owner(unit, fact.inType(), written)
        .flatMap(owner -> constants.value(owner, DottedNames.last(written)));
  }

  private static Set<String> users(RoleCast cast) {
    Set<String> users = new HashSet<>();
    Set<String> targets = new HashSet<>(cast.shims());
    targets.add(cast.role().canonical().value());
    cast.rivals().forEach(rival -> targets.add(rival.entry().name()));
    for (String target : targets) {
      cast.usages().of(target).stream().map(UsageIndex.Use::user).forEach(users::add);
    }
    return users;
  }

  private static Optional<Nearness> nearness(
      SourceUnit unit, String type, RoleCast cast, RoleTypes types, Set<String> users) {
    if (types.isUnrelated(type)) {
      return Optional.empty();
    }
    if (types.own(type)) {
      return Optional.of(Nearness.OWN);
    }
    boolean rival =
        cast.rivals().stream().anyMatch(other -> DottedNames.isIn(type, other.entry().name()));
    if (rival) {
      return Optional.of(Nearness.RIVAL);
    }
    if (unit.packageName().equals(Patterns.packageOf(cast.role().canonical().value()))) {
      return Optional.of(Nearness.PACKAGE);
    }
    return RoleTypes.around(type).stream().anyMatch(users::contains)
        ? Optional.of(Nearness.USER)
        : Optional.empty();
  }

  private static Optional<Conflict> conflict(List<Declared> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        Declared nearer = sorted.get(i);
        Declared other = sorted.get(j);
        if (areOne(nearer, other) && !nearer.amount().agrees(other.amount())) {
          return Optional.of(
              new Conflict(
                  nearer.amount().name(),
                  nearer.value(),
                  other.value(),
                  sorted.stream().map(Declared::value).toList()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether two declarations are meant to be one setting: two defaults of one key always, two
   * constants if one of them belongs to the canonical or a rival. Neighbours in a package, or
   * users, that have a constant of one name each mean different things by it.
   */
  private static boolean areOne(Declared nearer, Declared other) {
    return !nearer.fact().inType().equals(other.fact().inType())
        && (nearer.fact().isSetting() || nearer.nearness().compareTo(Nearness.PACKAGE) < 0);
  }
}
