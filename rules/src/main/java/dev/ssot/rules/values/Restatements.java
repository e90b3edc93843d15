package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.ConstantFact.Reach;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TellingValues;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.model.ConstantRef;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Restated;
import dev.ssot.rules.rivals.RoleCast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where the values of a role's constants are written out again. */
public final class Restatements {

  /** A value in more types than this, and in this share of all types, is a word of the language. */
  private static final int COMMON = 12;

  /** From so many declarations on, a value may be meant as any of them. */
  private static final int AMBIGUOUS = 3;

  private static final double COMMON_SHARE = 0.01;

  /** Packages of libraries that were copied in; they must not use anything of this codebase. */
  private static final Pattern COPIED_IN =
      Pattern.compile("(?:^|\\.)(?:shaded|vendor|thirdparty|third_party|repackaged)(?:\\.|$)");

  /** Annotations whose texts are names in another world: of columns, fields, checks. */
  private static final Set<String> OTHER_WORLDS =
      Set.of(
          "SuppressWarnings",
          "JsonProperty",
          "JsonAlias",
          "SerializedName",
          "Column",
          "Table",
          "XmlElement",
          "XmlAttribute",
          "Deprecated",
          "Generated",
          "Description",
          "Schema");

  private final Codebase codebase;
  private final ConstantIndex constants;
  private final IdentityHashMap<RoleCast, Map<Value, Known>> known = new IdentityHashMap<>();

  /** By value of a role: where it stands, in the order of files. */
  private final Map<Value, List<Place>> places = new HashMap<>();

  private int literals;
  private @Nullable SourceTrees trees;
  private final Map<String, Set<String>> declaring = new HashMap<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();

  /** What is written out again of the constants of some roles. */
  public Restatements(Codebase codebase, ConstantIndex constants, List<RoleCast> casts) {
    this.codebase = codebase;
    this.constants = constants;
    for (RoleCast cast : casts) {
      Map<Value, Known> ofRole = known(new RoleTypes(codebase, cast));
      known.put(cast, ofRole);
      ofRole.keySet().forEach(value -> places.put(value, new ArrayList<>()));
    }
    if (!places.isEmpty()) {
      codebase.units().forEach(this::read);
    }
  }

  private void read(SourceUnit unit) {
    for (LiteralFact literal : unit.uses().values().literals()) {
      List<Place> ofValue = places.get(literal.value());
      if (ofValue != null) {
        ofValue.add(new Place(literals++, unit, literal));
      }
    }
    unit.uses().values().constants().forEach(this::index);
  }

  private void index(ConstantFact fact) {
    if (!fact.isSetting() && TellingValues.isTelling(fact.value())) {
      String text = fact.value().text();
      String lower = text.toLowerCase(Locale.ROOT);
      declaring.computeIfAbsent(lower, key -> new HashSet<>()).add(fact.inType());
      spellings.computeIfAbsent(lower, key -> new HashSet<>()).add(text);
    }
  }

  /**
   * The places in one file where the value of one constant is written out.
   *
   * @param places in their order, never empty
   */
  public record Restatement(SourceUnit unit, ConstantRef constant, List<Restated> places) {

    public Restatement {
      places = List.copyOf(places);
    }
  }

  /**
   * Where a value stands.
   *
   * @param order among all places, by files
   */
  private record Place(int order, SourceUnit unit, LiteralFact literal) {}

  /** A constant of a role with what decides who can use it. */
  private record Known(ConstantFact fact, SourceUnit unit, boolean everywhere) {

    ConstantRef ref() {
      return new ConstantRef(
          fact.inType(),
          fact.name(),
          fact.value().text(),
          new Location(unit.path(), fact.region()));
    }

    boolean canBeUsedIn(SourceUnit other) {
      return everywhere || unit.packageName().equals(other.packageName());
    }
  }

  /** The telling constants of a role that other code can use, by their values. */
  private Map<Value, Known> known(RoleTypes types) {
    Map<Value, Known> known = new LinkedHashMap<>();
    for (TypeEntry entry : byName(types.entries(), TypeEntry::name)) {
      boolean open = types.isPublic(entry);
      for (ConstantFact fact : byName(constants.of(entry.name()), ConstantFact::name)) {
        if (fact.reach() != Reach.TYPE && TellingValues.isTelling(fact.value())) {
          boolean everywhere = open && fact.reach() == Reach.EVERYWHERE;
          known.putIfAbsent(fact.value(), new Known(fact, entry.unit(), everywhere));
        }
      }
    }
    return known;
  }

  /** Of two constants of one value the first by name counts, wherever it is declared. */
  private static <T> List<T> byName(List<T> items, Function<T, String> name) {
    return items.stream().sorted(Comparator.comparing(name)).toList();
  }

  /** How many constants of a role are watched. */
  public int watched(RoleCast cast) {
    return known.getOrDefault(cast, Map.of()).size();
  }

  /** The places of a role's values, by file and constant. */
  public List<Restatement> of(RoleCast cast) {
    Map<Value, Known> ofRole = known.getOrDefault(cast, Map.of());
    RoleTypes types = new RoleTypes(codebase, cast);
    IdentityHashMap<SourceUnit, Map<Known, List<Restated>>> byFile = new IdentityHashMap<>();
    List<Restatement> found = new ArrayList<>();
    for (Place place : places(ofRole.keySet())) {
      LiteralFact literal = place.literal();
      Known constant = Objects.requireNonNull(ofRole.get(literal.value()));
      if (restates(literal, constant, place.unit(), types)
          && reaches(place.unit(), constant.unit())
          && (!isAmbiguous(literal.value()) || isNear(place.unit(), constant))) {
        byFile
            .computeIfAbsent(place.unit(), unit -> new LinkedHashMap<>())
            .computeIfAbsent(constant, first -> new ArrayList<>())
            .add(new Restated(literal.region(), literal.declares()));
      }
    }
    for (SourceUnit unit : byFile.isEmpty() ? List.<SourceUnit>of() : codebase.units()) {
      byFile
          .getOrDefault(unit, Map.of())
          .forEach((constant, list) -> found.add(new Restatement(unit, constant.ref(), list)));
    }
    return found;
  }

  /** Where some values stand that are no words of the language, in the order of files. */
  private List<Place> places(Set<Value> values) {
    return values.stream()
        .map(value -> places.getOrDefault(value, List.of()))
        .filter(of -> !isCommon(of))
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Place::order))
        .toList();
  }

  private boolean isCommon(List<Place> ofValue) {
    long files = ofValue.stream().map(place -> place.unit().path()).distinct().count();
    return files > COMMON && files > COMMON_SHARE * codebase.units().size();
  }

  private boolean reaches(SourceUnit from, SourceUnit to) {
    SourceTrees known = trees;
    if (known == null) {
      known = new SourceTrees(codebase);
      trees = known;
    }
    return known.reaches(from, to);
  }

  /**
   * Whether several types declare a value, or one in another spelling, so that it belongs to more
   * than one world; a number belongs to all of them.
   */
  private boolean isAmbiguous(Value value) {
    if (value.kind() == Value.Kind.NUMBER) {
      return true;
    }
    String lower = value.text().toLowerCase(Locale.ROOT);
    return declaring.getOrDefault(lower, Set.of()).size() >= AMBIGUOUS
        || spellings.getOrDefault(lower, Set.of()).size() > 1;
  }

  /** Whether a file has to do with the type of a constant: it names it or stands near it. */
  private static boolean isNear(SourceUnit unit, Known constant) {
    String name = DottedNames.last(constant.unit().firstType());
    String home = constant.unit().packageName() + ".";
    return (unit.packageName() + ".").startsWith(home)
        || unit.imports().stream().anyMatch(single -> single.simpleName().equals(name))
        || unit.uses().names().stream().anyMatch(use -> DottedNames.first(use.name()).equals(name));
  }

  private static boolean restates(
      LiteralFact literal, Known constant, SourceUnit unit, RoleTypes types) {
    return !types.own(literal.inType())
        && !COPIED_IN.matcher(unit.packageName()).find()
        && !types.isUnrelated(literal.inType())
        && constant.canBeUsedIn(unit)
        && !OTHER_WORLDS.contains(literal.annotation())
        && (literal.declares().isEmpty() || isSameConcept(literal, constant.fact()));
  }

  /** Whether two constants of one value are named after one thing. */
  private static boolean isSameConcept(LiteralFact literal, ConstantFact constant) {
    List<String> words = Words.stems(literal.declares());
    return !Collections.disjoint(words, Words.stems(constant.name()));
  }
}
