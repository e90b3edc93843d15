package dev.ssot.rules.values;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.ConstantFact;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The constants of a codebase, and what a name of one stands for in a file.
 *
 * <p>Not safe for concurrent use.
 */
public final class ConstantIndex {

  private static final int LONGEST_CHAIN = 4;

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Map<String, Map<String, Declared>> byType = new HashMap<>();
  private final Map<String, Set<String>> enumsByConstant = new HashMap<>();

  private record Declared(SourceUnit unit, ConstantFact fact) {}

  public ConstantIndex(Codebase codebase) {
    this(codebase, new Hierarchy(codebase));
  }

  /** The constants of a codebase whose types inherit from each other as is known. */
  public ConstantIndex(Codebase codebase, Hierarchy hierarchy) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    for (SourceUnit unit : codebase.units()) {
      for (ConstantFact fact : unit.uses().values().constants()) {
        if (!fact.isSetting()) {
          byType
              .computeIfAbsent(fact.inType(), type -> new HashMap<>())
              .putIfAbsent(fact.name(), new Declared(unit, fact));
        }
      }
    }
    codebase.types().stream()
        .filter(entry -> entry.type().kind() == TypeKind.ENUM)
        .forEach(this::indexEnum);
  }

  private void indexEnum(TypeEntry entry) {
    for (String constant : enumConstants(entry)) {
      enumsByConstant.computeIfAbsent(constant, name -> new TreeSet<>()).add(entry.name());
    }
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  /** The names of the constants of an enum, in the order of declaration. */
  static List<String> enumConstants(TypeEntry entry) {
    return entry.type().fields().stream()
        .filter(field -> field.type().isEmpty())
        .map(FieldFact::name)
        .toList();
  }

  /** The constants that a type declares itself, sorted. */
  public List<ConstantFact> of(String type) {
    return byType.getOrDefault(type, Map.of()).values().stream()
        .map(Declared::fact)
        .sorted(Comparator.comparing(ConstantFact::region))
        .toList();
  }

  /** The type whose constant a name in a file stands for. */
  public Optional<String> owner(SourceUnit unit, String inType, String written) {
    String name = DottedNames.last(written);
    if (!name.equals(written)) {
      return declaring(hierarchy.qualified(unit, DottedNames.qualifier(written)), name);
    }
    for (String type = inType; !type.isEmpty(); type = DottedNames.qualifier(type)) {
      Optional<String> owner = declaring(type, name);
      if (owner.isPresent()) {
        return owner;
      }
    }
    return imported(unit, name);
  }

  private Optional<String> imported(SourceUnit unit, String name) {
    for (ImportFact single : unit.imports()) {
      boolean named = single.path() == AccessPath.STATIC_IMPORT && single.simpleName().equals(name);
      boolean all = single.path() == AccessPath.STATIC_WILDCARD_IMPORT;
      Optional<String> owner =
          named || all
              ? declaring(named ? single.qualifier() : single.name(), name)
              : Optional.empty();
      if (owner.isPresent()) {
        return owner;
      }
    }
    return Optional.empty();
  }

  /** The type itself or the super-type of it that declares a constant. */
  private Optional<String> declaring(String type, String name) {
    Optional<TypeEntry> entry = codebase.type(type);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    List<String> candidates = new ArrayList<>(List.of(type));
    candidates.addAll(hierarchy.ancestors(entry.get()));
    return candidates.stream().filter(candidate -> declares(candidate, name)).findFirst();
  }

  private boolean declares(String type, String name) {
    return codebase.declarations(type).stream()
        .flatMap(entry -> entry.type().fields().stream())
        .anyMatch(field -> field.isConstant() && field.name().equals(name));
  }

  /** The value that a constant has in the end; an alias whose end is out of sight has none. */
  public Optional<Value> value(String type, String name) {
    String owner = type;
    String at = name;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Declared declared = byType.getOrDefault(owner, Map.of()).get(at);
      if (declared == null) {
        return Optional.empty();
      }
      Value value = declared.fact().value();
      if (value.kind() != Value.Kind.ALIAS) {
        return Optional.of(value);
      }
      Optional<String> next = owner(declared.unit(), owner, value.text());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      owner = next.get();
      at = DottedNames.last(value.text());
    }
    return Optional.empty();
  }

  /** What a constant stands for as a message type: its text if it has one, otherwise itself. */
  Message message(String owner, String name) {
    return value(owner, name)
        .filter(value -> value.kind() == Value.Kind.TEXT)
        .map(value -> Message.ofText(value.text()))
        .orElseGet(() -> Message.ofConstant(owner, name));
  }

  /** The enums that have all of these constants. */
  Set<String> enumsWith(Collection<String> constants) {
    Set<String> enums = new TreeSet<>();
    boolean first = true;
    for (String constant : constants) {
      Set<String> having = enumsByConstant.getOrDefault(constant, Set.of());
      if (first) {
        enums.addAll(having);
      } else {
        enums.retainAll(having);
      }
      first = false;
    }
    return enums;
  }
}
