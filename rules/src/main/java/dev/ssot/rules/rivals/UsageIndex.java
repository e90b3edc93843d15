package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.NameResolver;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who uses which types, by which access paths.
 *
 * <p>Built for the types that are asked for, in one pass over the uses of all files; for none,
 * without one.
 */
public final class UsageIndex {

  /**
   * One way by which a file reaches a type.
   *
   * @param user the top-level type that uses it; for a service file the name of the service
   */
  public record Use(String target, AccessPath path, Location location, String user) {}

  private final Map<String, List<Use>> byTarget = new TreeMap<>();
  private final Set<String> wanted;
  private final Set<String> simpleNames = new HashSet<>();
  private final IdentityHashMap<SourceUnit, List<Use>> byUnit = new IdentityHashMap<>();

  public UsageIndex(Codebase codebase, Collection<String> targets) {
    this(codebase, targets, Optional.empty());
  }

  /**
   * The uses of some types.
   *
   * @param before those of some types at an earlier look, when there were types of the same names:
   *     of files that are as they were they hold for the same types
   */
  UsageIndex(Codebase codebase, Collection<String> targets, Optional<UsageIndex> before) {
    wanted = Set.copyOf(targets);
    if (wanted.isEmpty()) {
      return;
    }
    wanted.forEach(name -> simpleNames.add(DottedNames.last(name)));
    IdentityHashMap<SourceUnit, List<Use>> known =
        before
            .filter(index -> index.wanted.equals(wanted))
            .map(i -> i.byUnit)
            .orElseGet(IdentityHashMap::new);
    for (SourceUnit unit : codebase.units()) {
      List<Use> uses = known.get(unit);
      List<Use> ofUnit = uses == null ? collect(codebase, unit) : uses;
      byUnit.put(unit, ofUnit);
      ofUnit.forEach(this::add);
    }
    for (ServiceFile file : codebase.services()) {
      collect(file);
    }
  }

  private List<Use> collect(Codebase codebase, SourceUnit unit) {
    List<Use> uses = new ArrayList<>();
    String user = unit.firstType();
    for (ImportFact single : unit.imports()) {
      String target = imported(single);
      if (!target.isEmpty()) {
        uses.add(new Use(target, single.path(), at(unit, single.region()), user));
      }
    }
    NameResolver resolver = new NameResolver(codebase, unit);
    for (NameUse use : unit.uses().names()) {
      if (!simpleNames.contains(DottedNames.last(use.name()))
          && !simpleNames.contains(DottedNames.first(use.name()))) {
        continue;
      }
      collect(unit, use, resolver, uses);
    }
    return uses.isEmpty() ? List.of() : uses;
  }

  private void collect(SourceUnit unit, NameUse use, NameResolver resolver, List<Use> into) {
    AccessPath fixed =
        switch (use.kind()) {
          case REFLECTION -> AccessPath.REFLECTION_STRING;
          case SERVICE -> AccessPath.SERVICE_FILE;
          default -> AccessPath.QUALIFIED_NAME;
        };
    if (use.kind() == NameUse.Kind.REFLECTION || use.kind() == NameUse.Kind.SERVICE) {
      if (wanted.contains(use.name())) {
        into.add(new Use(use.name(), fixed, at(unit, use.region()), use.inType()));
      }
    } else if (use.kind() != NameUse.Kind.JAVADOC) {
      resolver
          .resolve(use.name())
          .filter(found -> wanted.contains(found.type()))
          .filter(found -> !isCountedAtImport(found.path()))
          .filter(found -> !DottedNames.isIn(found.type(), use.inType()))
          .ifPresent(
              found ->
                  into.add(
                      new Use(found.type(), found.path(), at(unit, use.region()), use.inType())));
    }
  }

  private static boolean isCountedAtImport(AccessPath path) {
    return path == AccessPath.IMPORT || path == AccessPath.STATIC_IMPORT;
  }

  private void collect(ServiceFile file) {
    for (ServiceFile.Provider provider : file.providers()) {
      if (wanted.contains(provider.name())) {
        Location location = new Location(file.path(), provider.region());
        add(new Use(provider.name(), AccessPath.SERVICE_FILE, location, file.service()));
      }
    }
  }

  /** The wanted type that an import names, itself or by a static member of it. */
  private String imported(ImportFact single) {
    if (single.path() == AccessPath.IMPORT && wanted.contains(single.name())) {
      return single.name();
    }
    boolean ofMember =
        single.path() == AccessPath.STATIC_IMPORT && wanted.contains(single.qualifier());
    boolean ofMembers =
        single.path() == AccessPath.STATIC_WILDCARD_IMPORT && wanted.contains(single.name());
    if (ofMember) {
      return single.qualifier();
    }
    return ofMembers ? single.name() : "";
  }

  private static Location at(SourceUnit unit, Region region) {
    return new Location(unit.path(), region);
  }

  private void add(Use use) {
    byTarget.computeIfAbsent(use.target(), target -> new ArrayList<>()).add(use);
  }

  /** The uses of a type, in the order of files. */
  public List<Use> of(String target) {
    return List.copyOf(byTarget.getOrDefault(target, List.of()));
  }

  /** The types that use a type, each with the place of its first use, sorted. */
  Set<TypeRef> users(String target) {
    Map<String, TypeRef> users = new TreeMap<>();
    for (Use use : of(target)) {
      users.putIfAbsent(use.user(), new TypeRef(use.user(), use.location()));
    }
    return new TreeSet<>(users.values());
  }
}
