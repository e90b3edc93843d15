package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Mentions;
import dev.ssot.rules.codebase.NameResolver;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who uses which types, by which access paths.
 *
 * <p>Built for the types that are asked for, in one pass over the uses of all files, several at
 * once; for none, without one.
 */
public final class UsageIndex {

  /**
   * One way by which a file reaches a type.
   *
   * @param user the top-level type that uses it; for a service file the name of the service
   */
  public record Use(String target, AccessPath path, Location location, String user) {}

  private static final List<AccessPath> PATHS = List.of(AccessPath.values());

  private final Map<String, List<Use>> byTarget = new TreeMap<>();
  private final Set<String> wanted;
  private final Set<String> simpleNames = new HashSet<>();
  private final IdentityHashMap<SourceUnit, List<Use>> byUnit = new IdentityHashMap<>();

  /** The uses of some types. */
  public UsageIndex(Codebase codebase, Collection<String> targets) {
    this(targets);
    if (!wanted.isEmpty()) {
      List<SourceUnit> units = codebase.units();
      List<List<Use>> found = units.parallelStream().map(unit -> collect(codebase, unit)).toList();
      for (int i = 0; i < units.size(); i++) {
        add(units.get(i), found.get(i));
      }
      codebase.services().forEach(this::collect);
    }
  }

  private UsageIndex(Collection<String> targets) {
    wanted = Set.copyOf(targets);
    wanted.forEach(name -> simpleNames.add(DottedNames.last(name)));
  }

  /** The uses that were written, for {@link #over} alone: those in service files are not there. */
  static UsageIndex read(Codebase codebase, ByteSource source) {
    List<String> targets = new ArrayList<>();
    for (int rest = source.number(); rest > 0; rest--) {
      targets.add(source.text());
    }
    UsageIndex index = new UsageIndex(targets);
    for (SourceUnit unit : codebase.units()) {
      List<Use> uses = new ArrayList<>();
      for (int rest = source.number(); rest > 0; rest--) {
        uses.add(
            new Use(
                targets.get(source.number()),
                PATHS.get(source.number()),
                at(
                    unit,
                    new Region(source.number(), source.number(), source.number(), source.number())),
                source.text()));
      }
      index.byUnit.put(unit, uses.isEmpty() ? List.of() : uses);
    }
    return index;
  }

  /** Writes the uses in the files of the codebase. */
  void write(Codebase codebase, ByteSink sink) {
    Map<String, Integer> places = new LinkedHashMap<>();
    wanted.stream().sorted().forEach(name -> places.put(name, places.size()));
    sink.number(places.size());
    places.keySet().forEach(sink::text);
    for (SourceUnit unit : codebase.units()) {
      List<Use> uses = byUnit.getOrDefault(unit, List.of());
      sink.number(uses.size());
      for (Use use : uses) {
        Region region = use.location().region();
        sink.number(Objects.requireNonNull(places.get(use.target())));
        sink.number(PATHS.indexOf(use.path()));
        sink.number(region.line());
        sink.number(region.column());
        sink.number(region.endLine());
        sink.number(region.endColumn());
        sink.text(use.user());
      }
    }
  }

  /**
   * The uses of some types in another state of the codebase.
   *
   * @param targets qualified names
   * @param changes what is different there: in files that are as they were, and whose names lead
   *     where they led, types that were asked for here are used as they were
   */
  UsageIndex over(Codebase codebase, Collection<String> targets, Changes changes) {
    UsageIndex next = new UsageIndex(targets);
    if (next.wanted.isEmpty()) {
      return next;
    }
    Set<String> more = new HashSet<>(next.wanted);
    more.removeAll(wanted);
    Mentions.Names names = Mentions.Names.of(more);
    boolean fewer = !next.wanted.containsAll(wanted);
    for (SourceUnit unit : codebase.units()) {
      List<Use> known = byUnit.get(unit);
      if (known == null
          || !changes.keepNamesIn(unit)
          || (!more.isEmpty() && changes.mentions(unit, names))) {
        next.add(unit, next.collect(codebase, unit));
      } else if (fewer) {
        next.add(unit, known.stream().filter(use -> next.wanted.contains(use.target())).toList());
      } else {
        next.add(unit, known);
      }
    }
    codebase.services().forEach(next::collect);
    return next;
  }

  /** How many of some types these are the uses of. */
  int inCommon(Set<String> names) {
    return (int) names.stream().filter(wanted::contains).count();
  }

  private void add(SourceUnit unit, List<Use> uses) {
    byUnit.put(unit, uses);
    uses.forEach(this::add);
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
