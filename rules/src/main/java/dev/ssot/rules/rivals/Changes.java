package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.AccessPath;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What is different in a codebase from what it was at an earlier look. Immutable. */
final class Changes {

  private final Set<String> names = new HashSet<>();
  private final boolean sameNames;
  private final boolean sameOutline;

  Changes(Codebase before, Codebase now) {
    List<String> come = namesOnlyIn(now, before);
    List<String> gone = namesOnlyIn(before, now);
    names.addAll(come);
    names.addAll(gone);
    sameNames = come.equals(gone);
    sameOutline = haveSameOutline(before, now);
  }

  /** The names of the types of files of one state that are not in the other as they are here. */
  private static List<String> namesOnlyIn(Codebase one, Codebase other) {
    Set<SourceUnit> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(other.units());
    return one.units().stream()
        .filter(unit -> !there.contains(unit))
        .flatMap(unit -> unit.types().stream())
        .map(TypeFact::qualifiedName)
        .sorted()
        .toList();
  }

  private static boolean haveSameOutline(Codebase before, Codebase now) {
    if (before.units().size() != now.units().size()) {
      return false;
    }
    Iterator<SourceUnit> earlier = before.units().iterator();
    for (SourceUnit unit : now.units()) {
      SourceUnit was = earlier.next();
      if (!unit.equals(was) && !haveSameOutline(was, unit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean haveSameOutline(SourceUnit one, SourceUnit other) {
    return one.path().equals(other.path())
        && one.kind() == other.kind()
        && one.packageName().equals(other.packageName())
        && imports(one).equals(imports(other))
        && heads(one).equals(heads(other));
  }

  private record Import(AccessPath path, String name) {}

  private static List<Import> imports(SourceUnit unit) {
    return unit.imports().stream().map(Changes::withoutPlace).toList();
  }

  private static Import withoutPlace(ImportFact single) {
    return new Import(single.path(), single.name());
  }

  private record Head(String name, String enclosing, List<String> supertypes) {}

  private static List<Head> heads(SourceUnit unit) {
    return unit.types().stream().map(Changes::head).toList();
  }

  private static Head head(TypeFact type) {
    return new Head(type.qualifiedName(), type.enclosing(), type.declaration().supertypes());
  }

  /**
   * Whether there are types of the same names: then each name leads to the type that it led to, in
   * files that have not changed.
   */
  boolean keepNames() {
    return sameNames;
  }

  /**
   * Whether there are the same types in the same order, and every file names them as it did: then
   * each name leads to the type that it led to.
   */
  boolean keepOutline() {
    return sameOutline;
  }

  /** Whether one of some types, by qualified name, stands in a file that has changed. */
  boolean touch(Set<String> types) {
    return !Collections.disjoint(types, names);
  }
}
