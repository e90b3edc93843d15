package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Jdk;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeNames;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the types of fields and results of methods, inherited ones included, of the codebase's
 * types and the JDK's. Not safe for concurrent use.
 */
final class MemberTypes {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final Map<String, TypeNames> names = new HashMap<>();
  private Set<String> consulted = new HashSet<>();

  MemberTypes(Codebase codebase) {
    this.codebase = codebase;
    this.hierarchy = new Hierarchy(codebase);
  }

  /** Paths of the files whose declarations are asked for from now on; grows as they are. */
  Set<String> consulted() {
    consulted = new HashSet<>();
    return consulted;
  }

  /** The names as one file sees them. */
  TypeNames namesOf(SourceUnit unit) {
    return names.computeIfAbsent(unit.path(), path -> new TypeNames(codebase, unit));
  }

  boolean isType(String name) {
    return codebase.hasType(name) || Jdk.type(name).isPresent();
  }

  /** Whether one type inherits from another, as far as the codebase shows. */
  boolean inherits(String type, String ancestor) {
    return codebase.type(type).filter(e -> hierarchy.ancestors(e).contains(ancestor)).isPresent();
  }

  /** The type of a field; empty if there is none of that name. */
  Optional<String> field(String type, String name) {
    for (TypeEntry entry : lineage(type)) {
      for (FieldFact field : entry.type().fields()) {
        if (field.name().equals(name)) {
          return Optional.of(
              field.type().isEmpty() ? entry.name() : namesOf(entry.unit()).of(field.erasedType()));
        }
      }
    }
    return Optional.empty();
  }

  /** What a method with so many parameters gives, if all methods that fit agree. */
  String result(String type, String name, int arguments) {
    Set<String> results = new HashSet<>();
    for (TypeEntry entry : lineage(type)) {
      for (MethodFact method : entry.type().methods()) {
        if (method.name().equals(name) && method.parameters().size() == arguments) {
          results.add(result(entry.unit(), method.returns()));
        }
      }
    }
    if (results.isEmpty()) {
      Jdk.type(type).ifPresent(found -> collect(found, name, arguments, results));
    }
    return results.size() == 1 ? results.iterator().next() : "";
  }

  /**
   * The type of a parameter of a method or constructor with so many parameters, if all that fit
   * agree.
   *
   * @param name the type's simple name for a constructor
   */
  String parameter(String type, String name, int arguments, int index) {
    Set<String> found = new HashSet<>();
    for (TypeEntry entry : lineage(type)) {
      for (MethodFact method : entry.type().methods()) {
        if (method.name().equals(name) && method.parameters().size() == arguments) {
          found.add(result(entry.unit(), method.parameters().get(index)));
        }
      }
    }
    return found.size() == 1 ? found.iterator().next() : "";
  }

  /** Facts hold the simple name of a result; where a longer one is written it may mean another. */
  private String result(SourceUnit unit, String simpleName) {
    String ending = "." + simpleName.replace("[]", "");
    boolean scoped =
        unit.uses().names().stream()
            .anyMatch(use -> use.kind() != NameUse.Kind.JAVADOC && use.name().endsWith(ending));
    return scoped ? "" : namesOf(unit).of(simpleName);
  }

  private static void collect(Class<?> type, String name, int arguments, Set<String> results) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments
          && !method.isBridge()) {
        Type result = method.getGenericReturnType();
        results.add(
            result instanceof java.lang.reflect.TypeVariable
                ? ""
                : String.valueOf(method.getReturnType().getCanonicalName()));
      }
    }
  }

  /** A type of the codebase and what it inherits from there, nearest first. */
  List<TypeEntry> lineage(String type) {
    List<TypeEntry> lineage = new ArrayList<>();
    codebase
        .type(type)
        .ifPresent(
            entry -> {
              lineage.add(entry);
              hierarchy.ancestors(entry).stream()
                  .flatMap(name -> codebase.type(name).stream())
                  .forEach(lineage::add);
            });
    lineage.forEach(entry -> consulted.add(entry.unit().path()));
    return lineage;
  }
}
