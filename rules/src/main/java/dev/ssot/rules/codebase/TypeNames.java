package dev.ssot.rules.codebase;

import dev.ssot.rules.model.AccessPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the types that one file names their full names: those of the codebase, of the JDK, and what
 * single imports bring in.
 *
 * <p>Erased: arrays keep their brackets, type arguments are gone, primitive types stay. What the
 * file does not show, type variables among it, is the empty string. Not safe for concurrent use.
 */
public final class TypeNames {

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void");

  private final SourceUnit unit;
  private final NameResolver resolver;
  private final Map<String, String> known = new HashMap<>();

  public TypeNames(Codebase codebase, SourceUnit unit) {
    this.unit = unit;
    this.resolver = new NameResolver(codebase, unit);
  }

  /** The full name behind a type as written, or the empty string. */
  public String of(String written) {
    return known.computeIfAbsent(written, this::lookUp);
  }

  private String lookUp(String written) {
    if (written.endsWith("[]")) {
      String component = lookUp(written.substring(0, written.length() - 2));
      return component.isEmpty() ? "" : component + "[]";
    }
    if (written.isEmpty() || PRIMITIVES.contains(written)) {
      return written;
    }
    Optional<NameResolver.Resolution> resolved = resolver.resolve(written);
    if (resolved.isPresent()) {
      return resolved.get().type();
    }
    for (ImportFact single : unit.imports()) {
      if (single.path() == AccessPath.IMPORT && single.simpleName().equals(written)) {
        return single.name();
      }
    }
    return Jdk.type(written).map(Class::getCanonicalName).or(() -> imported(written)).orElse("");
  }

  /** A name of {@code java.lang} or of a package of the JDK that a wildcard brings in. */
  private Optional<String> imported(String written) {
    Optional<Class<?>> found = Jdk.type("java.lang." + written);
    for (ImportFact single : unit.imports()) {
      if (found.isEmpty() && single.path() == AccessPath.WILDCARD_IMPORT) {
        found = Jdk.type(single.name() + "." + written);
      }
    }
    return found.map(Class::getCanonicalName);
  }
}
