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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

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
  private final SourceTrees trees;
  private final Map<Value, Integer> typesWith = new HashMap<>();
  private final Map<String, Set<String>> declaring = new HashMap<>();
  private final Map<String, Set<String>> spellings = new HashMap<>();

  public Restatements(Codebase codebase, ConstantIndex constants) {
    this.codebase = codebase;
    this.constants = constants;
    this.trees = new SourceTrees(codebase);
    for (SourceUnit unit : codebase.units()) {
      Set<Value> values = new HashSet<>();
      unit.uses().values().literals().forEach(literal -> values.add(literal.value()));
      values.forEach(value -> typesWith.merge(value, 1, Integer::sum));
      unit.uses().values().constants().forEach(this::index);
    }
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
    return known(new RoleTypes(codebase, cast)).size();
  }

  /** The places of a role's values, by file and constant. */
  public List<Restatement> of(RoleCast cast) {
    RoleTypes types = new RoleTypes(codebase, cast);
    Map<Value, Known> known = known(types);
    known.keySet().removeIf(this::isCommon);
    if (known.isEmpty()) {
      return List.of();
    }
    List<Restatement> found = new ArrayList<>();
    for (SourceUnit unit : codebase.units()) {
      Map<Known, List<Restated>> places = new LinkedHashMap<>();
      for (LiteralFact literal : unit.uses().values().literals()) {
        Known constant = known.get(literal.value());
        if (constant != null
            && restates(literal, constant, unit, types)
            && trees.reaches(unit, constant.unit())
            && (!isAmbiguous(literal.value()) || isNear(unit, constant))) {
          places
              .computeIfAbsent(constant, first -> new ArrayList<>())
              .add(new Restated(literal.region(), literal.declares()));
        }
      }
      places.forEach((constant, list) -> found.add(new Restatement(unit, constant.ref(), list)));
    }
    return found;
  }

  private boolean isCommon(Value value) {
    int types = typesWith.getOrDefault(value, 0);
    return types > COMMON && types > COMMON_SHARE * codebase.units().size();
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
