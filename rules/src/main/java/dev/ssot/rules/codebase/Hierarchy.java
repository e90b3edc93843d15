package dev.ssot.rules.codebase;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which types inherit from which, as far as the codebase shows.
 *
 * <p>A super-type outside of the codebase is known by the name that the file imports or, failing
 * that, by its simple name. Not safe for concurrent use while it is being asked the first time.
 */
public final class Hierarchy {

  private final Codebase codebase;
  private final Map<Integer, Set<String>> ancestors;
  private final Map<String, NameResolver> resolvers = new HashMap<>();
  private @Nullable Map<String, List<TypeEntry>> heirs;

  public Hierarchy(Codebase codebase) {
    this(codebase, new HashMap<>());
  }

  private Hierarchy(Codebase codebase, Map<Integer, Set<String>> ancestors) {
    this.codebase = codebase;
    this.ancestors = ancestors;
  }

  /**
   * The hierarchy of another state of the codebase, with the same types in the same order, whose
   * files have the same imports and whose types have the same super-types: what one of the two
   * finds out, the other knows.
   */
  public Hierarchy over(Codebase other) {
    return new Hierarchy(other, ancestors);
  }

  /** Super-types of a type that are known, if they are. */
  public Optional<Set<String>> known(TypeEntry entry) {
    return Optional.ofNullable(ancestors.get(entry.id()));
  }

  /** Takes over the super-types of a type from another state, in which it had the same ones. */
  public void know(TypeEntry entry, Set<String> supertypes) {
    ancestors.put(entry.id(), supertypes);
  }

  /** All super-types of a type, direct and inherited, nearest first. */
  public Set<String> ancestors(TypeEntry entry) {
    Set<String> known = ancestors.get(entry.id());
    if (known == null) {
      known = new LinkedHashSet<>();
      ancestors.put(entry.id(), known);
      collect(entry, known);
    }
    return known;
  }

  /** The types that inherit from one, directly or not, in the order of the codebase. */
  public List<TypeEntry> heirs(String type) {
    Map<String, List<TypeEntry>> known = heirs;
    if (known == null) {
      known = new HashMap<>();
      for (TypeEntry entry : codebase.types()) {
        for (String ancestor : ancestors(entry)) {
          known.computeIfAbsent(ancestor, name -> new ArrayList<>()).add(entry);
        }
      }
      heirs = known;
    }
    return Collections.unmodifiableList(known.getOrDefault(type, List.of()));
  }

  /** The direct super-types of a type, in the order in which they are written. */
  public List<String> parents(TypeEntry entry) {
    return entry.type().declaration().supertypes().stream()
        .map(written -> qualified(entry.unit(), written))
        .toList();
  }

  private void collect(TypeEntry entry, Set<String> into) {
    for (String name : parents(entry)) {
      if (!name.equals(entry.name()) && into.add(name)) {
        codebase.type(name).ifPresent(parent -> collect(parent, into));
      }
    }
  }

  /** The qualified name behind a name as written in a file, or the name itself. */
  public String qualified(SourceUnit unit, String written) {
    NameResolver resolver =
        resolvers.computeIfAbsent(unit.path(), path -> new NameResolver(codebase, unit));
    return resolver
        .resolve(written)
        .map(NameResolver.Resolution::type)
        .orElseGet(() -> imported(unit, written));
  }

  private static String imported(SourceUnit unit, String written) {
    return unit.imports().stream()
        .filter(single -> single.simpleName().equals(written))
        .map(ImportFact::name)
        .findFirst()
        .orElse(written);
  }

  /** Whether one of the two inherits from the other. */
  public boolean related(TypeEntry one, TypeEntry other) {
    return ancestors(one).contains(other.name()) || ancestors(other).contains(one.name());
  }
}
