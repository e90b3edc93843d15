package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.MemberUse;
import dev.ssot.rules.codebase.NameResolver;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists every way by which a file reaches types and watched members, once per name and top-level
 * type.
 *
 * <p>A name that a single import brings in is listed at the import and not again at its uses. A
 * name that the codebase cannot resolve is listed with the package that its imports allow.
 */
final class Accesses {

  private static final String JAVA_LANG = "java.lang.";

  private final Codebase codebase;
  private final Set<String> watchedNames;

  /**
   * A list over a codebase.
   *
   * @param watchedNames simple names of types that matter even where nothing but a wildcard or
   *     module import can bring them in
   */
  Accesses(Codebase codebase, Set<String> watchedNames) {
    this.codebase = codebase;
    this.watchedNames = Set.copyOf(watchedNames);
  }

  /** The access paths of service files but generated ones. */
  List<Access> ofServices() {
    List<Access> all = new ArrayList<>();
    codebase.services().stream()
        .filter(file -> file.kind() != SourceKind.GENERATED)
        .forEach(file -> addProviders(file, all));
    return all;
  }

  /** The access paths of one file of the codebase. */
  List<Access> of(SourceUnit unit) {
    List<Access> all = new ArrayList<>();
    new OfUnit(unit, all).collect();
    return all;
  }

  private static void addProviders(ServiceFile file, List<Access> into) {
    for (ServiceFile.Provider provider : file.providers()) {
      Location location = new Location(file.path(), provider.region());
      into.add(
          new Access(
              AccessPath.SERVICE_FILE, provider.name(), "", false, location, file.service()));
    }
  }

  /** The access paths of one file. */
  private final class OfUnit {

    private final SourceUnit unit;
    private final List<Access> into;
    private final NameResolver resolver;
    private final String firstType;
    private final Map<String, String> imported = new HashMap<>();

    OfUnit(SourceUnit unit, List<Access> into) {
      this.unit = unit;
      this.into = into;
      this.resolver = new NameResolver(codebase, unit);
      this.firstType = unit.firstType();
    }

    void collect() {
      unit.imports().forEach(this::add);
      unit.uses().names().forEach(this::add);
      unit.uses().members().forEach(this::add);
    }

    private void add(ImportFact single) {
      switch (single.path()) {
        case IMPORT -> {
          imported.put(single.simpleName(), single.name());
          add(AccessPath.IMPORT, single.name(), "", single.region(), firstType);
        }
        case STATIC_IMPORT -> {
          imported.putIfAbsent(single.simpleName(), single.name());
          add(
              AccessPath.STATIC_IMPORT,
              single.qualifier(),
              single.simpleName(),
              single.region(),
              firstType);
        }
        default -> {
          boolean onDemand = single.path() == AccessPath.WILDCARD_IMPORT;
          Location location = new Location(unit.path(), single.region());
          into.add(new Access(single.path(), single.name(), "", onDemand, location, firstType));
        }
      }
    }

    private void add(NameUse use) {
      switch (use.kind()) {
        case SIMPLE -> addSimple(use);
        case QUALIFIED ->
            add(AccessPath.QUALIFIED_NAME, use.name(), "", use.region(), use.inType());
        case REFLECTION ->
            add(AccessPath.REFLECTION_STRING, use.name(), "", use.region(), use.inType());
        case SERVICE -> add(AccessPath.SERVICE_FILE, use.name(), "", use.region(), use.inType());
        case JAVADOC ->
            meant(use.name())
                .forEach(
                    type -> add(AccessPath.JAVADOC_LINK, type, "", use.region(), use.inType()));
      }
    }

    private void addSimple(NameUse use) {
      NameResolver.Resolution found = resolver.resolve(use.name()).orElse(null);
      if (found == null) {
        addUnresolved(use);
      } else if (!DottedNames.isIn(found.type(), use.inType())) {
        switch (found.path()) {
          case IMPORT, STATIC_IMPORT -> addNested(found.type(), use);
          case SAME_PACKAGE ->
              add(AccessPath.SAME_PACKAGE, found.type(), "", use.region(), use.inType());
          default ->
              add(found.path(), found.type(), "", wildcardOf(found.type(), use), use.inType());
        }
      }
    }

    /** A watched nested type that is reached through the import of a type around it. */
    private void addNested(String type, NameUse use) {
      boolean nested = use.name().indexOf('.') >= 0 && type.endsWith("." + use.name());
      if (nested && watchedNames.contains(DottedNames.last(type))) {
        add(AccessPath.QUALIFIED_NAME, type, "", use.region(), use.inType());
      }
    }

    /**
     * A name that only an import of something foreign can bring in, or a module import, or {@code
     * java.lang}, which every file imports as by a wildcard.
     */
    private void addUnresolved(NameUse use) {
      String head = DottedNames.first(use.name());
      String single = imported.get(head);
      if (single != null) {
        addNested(single + use.name().substring(head.length()), use);
        return;
      }
      if (watchedNames.contains(head) || watchedNames.contains(DottedNames.last(use.name()))) {
        String name = watchedNames.contains(head) ? head : use.name();
        for (ImportFact wildcard : wildcards()) {
          String type = wildcard.name() + "." + name;
          add(AccessPath.WILDCARD_IMPORT, type, "", wildcard.region(), use.inType());
        }
        add(AccessPath.WILDCARD_IMPORT, JAVA_LANG + name, "", use.region(), use.inType());
      }
      unit.imports().stream()
          .filter(of -> of.path() == AccessPath.MODULE_IMPORT)
          .forEach(module -> addFromModule(module, use));
    }

    private List<ImportFact> wildcards() {
      return unit.imports().stream()
          .filter(single -> single.path() == AccessPath.WILDCARD_IMPORT)
          .toList();
    }

    private void addFromModule(ImportFact single, NameUse use) {
      codebase.units().stream()
          .flatMap(other -> other.modules().stream())
          .filter(module -> module.name().equals(single.name()))
          .flatMap(module -> module.exports().stream())
          .map(exported -> exportedType(exported, use.name()))
          .filter(codebase::hasType)
          .forEach(type -> add(AccessPath.MODULE_IMPORT, type, "", single.region(), use.inType()));
    }

    private String exportedType(String packageName, String name) {
      String whole = packageName + "." + name;
      return codebase.hasType(whole) ? whole : packageName + "." + DottedNames.first(name);
    }

    /** The wildcard import that brings in the first part of a name. */
    private Region wildcardOf(String type, NameUse use) {
      String head = DottedNames.first(use.name());
      return unit.imports().stream()
          .filter(
              single ->
                  single.path() == AccessPath.WILDCARD_IMPORT
                      || single.path() == AccessPath.STATIC_WILDCARD_IMPORT)
          .filter(single -> (type + ".").startsWith(single.name() + "." + head + "."))
          .map(ImportFact::region)
          .findFirst()
          .orElse(use.region());
    }

    private void add(MemberUse use) {
      if (use.bare()) {
        if (declares(use.inType(), use.member())) {
          return;
        }
        for (ImportFact single : unit.imports()) {
          if (single.path() == AccessPath.STATIC_WILDCARD_IMPORT) {
            add(
                AccessPath.STATIC_WILDCARD_IMPORT,
                single.name(),
                use.member(),
                single.region(),
                use.inType());
          }
        }
      } else if (!use.scope().isEmpty()) {
        for (String type : meant(use.scope())) {
          if (!DottedNames.isIn(type, use.inType())) {
            add(AccessPath.QUALIFIED_NAME, type, use.member(), use.region(), use.inType());
          }
        }
      }
    }

    /** Whether a top-level type or one nested in it has a method that hides imported ones. */
    private boolean declares(String topLevel, String method) {
      return unit.types().stream()
          .filter(type -> DottedNames.isIn(type.qualifiedName(), topLevel))
          .flatMap(type -> type.methods().stream())
          .anyMatch(declared -> declared.name().equals(method));
    }

    /** The qualified names that may stand behind a name as written, as far as the file tells. */
    private List<String> meant(String name) {
      Optional<NameResolver.Resolution> resolved = resolver.resolve(name);
      if (resolved.isPresent()) {
        return List.of(resolved.get().type());
      }
      String head = DottedNames.first(name);
      String single = imported.get(head);
      if (single != null) {
        return List.of(single + name.substring(head.length()));
      }
      List<String> types = new ArrayList<>(List.of(name));
      if (watchedNames.contains(DottedNames.last(name)) && Character.isUpperCase(name.charAt(0))) {
        wildcards().forEach(wildcard -> types.add(wildcard.name() + "." + name));
        types.add(JAVA_LANG + name);
      }
      return types;
    }

    private void add(AccessPath path, String target, String member, Region region, String user) {
      into.add(new Access(path, target, member, false, new Location(unit.path(), region), user));
    }
  }
}
