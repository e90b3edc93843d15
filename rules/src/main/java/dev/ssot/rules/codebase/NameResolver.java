package dev.ssot.rules.codebase;

import dev.ssot.rules.model.AccessPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the names of one file to types of the codebase, as the Java Language Specification
 * orders it (section 6.4.1): types of the file, single imports, the own package, wildcard imports.
 *
 * <p>Inherited member types are not resolved, and a type outside of the codebase resolves to
 * nothing. Not safe for concurrent use.
 */
public final class NameResolver {

  private final Codebase codebase;
  private final SourceUnit unit;
  private final Map<String, Resolution> known = new HashMap<>();

  public NameResolver(Codebase codebase, SourceUnit unit) {
    this.codebase = codebase;
    this.unit = unit;
  }

  /**
   * A name that leads to a type of the codebase.
   *
   * @param type qualified name
   * @param path how the file reaches it
   */
  public record Resolution(String type, AccessPath path) {

    static final Resolution NONE = new Resolution("", AccessPath.SAME_PACKAGE);
  }

  /** Resolves a name as written in code: simple, nested or qualified. */
  public Optional<Resolution> resolve(String name) {
    Resolution resolution = known.computeIfAbsent(name, this::lookUp);
    return resolution.type().isEmpty() ? Optional.empty() : Optional.of(resolution);
  }

  private Resolution lookUp(String name) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      return simple(name);
    }
    Resolution head = simple(name.substring(0, dot));
    if (!head.type().isEmpty()) {
      String nested = head.type() + name.substring(dot);
      return codebase.hasType(nested) ? new Resolution(nested, head.path()) : head;
    }
    return codebase.hasType(name)
        ? new Resolution(name, AccessPath.QUALIFIED_NAME)
        : Resolution.NONE;
  }

  private Resolution simple(String name) {
    for (TypeFact type : unit.types()) {
      if (type.simpleName().equals(name)) {
        return new Resolution(type.qualifiedName(), AccessPath.SAME_PACKAGE);
      }
    }
    for (ImportFact single : unit.imports()) {
      if (single.path() == AccessPath.IMPORT && single.simpleName().equals(name)) {
        return codebase.hasType(single.name())
            ? new Resolution(single.name(), AccessPath.IMPORT)
            : Resolution.NONE;
      }
      if (single.path() == AccessPath.STATIC_IMPORT
          && single.simpleName().equals(name)
          && codebase.hasType(single.name())) {
        return new Resolution(single.name(), AccessPath.STATIC_IMPORT);
      }
    }
    String neighbour = inPackage(unit.packageName(), name);
    if (codebase.hasType(neighbour)) {
      return new Resolution(neighbour, AccessPath.SAME_PACKAGE);
    }
    return fromWildcards(name);
  }

  private Resolution fromWildcards(String name) {
    for (ImportFact wildcard : unit.imports()) {
      AccessPath path = wildcard.path();
      if (path == AccessPath.WILDCARD_IMPORT || path == AccessPath.STATIC_WILDCARD_IMPORT) {
        String candidate = inPackage(wildcard.name(), name);
        if (codebase.hasType(candidate)) {
          return new Resolution(candidate, path);
        }
      }
    }
    return Resolution.NONE;
  }

  private static String inPackage(String packageName, String name) {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}
