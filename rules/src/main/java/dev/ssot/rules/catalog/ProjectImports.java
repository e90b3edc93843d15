package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.DottedNames;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The imports of types of a codebase's packages, whether the types exist or not.
 *
 * <p>Of a file that is as it was they are what they were while there are the same packages. Not
 * safe for concurrent use.
 */
final class ProjectImports {

  private IdentityHashMap<SourceUnit, List<Named>> known = new IdentityHashMap<>();
  private @Nullable Codebase last;

  /**
   * An import.
   *
   * @param type qualified name of the type that it names
   */
  record Named(SourceUnit unit, ImportFact single, String type) {}

  /** The imports of all files, in their order. */
  List<List<Named>> of(Codebase codebase) {
    if (last != null && !last.hasSamePackagesAs(codebase)) {
      known.clear();
    }
    List<SourceUnit> units = codebase.units();
    List<List<Named>> all =
        units.parallelStream()
            .map(
                unit -> {
                  List<Named> before = known.get(unit);
                  return before == null ? read(unit, codebase) : before;
                })
            .toList();
    IdentityHashMap<SourceUnit, List<Named>> now = new IdentityHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      now.put(units.get(i), all.get(i));
    }
    known = now;
    last = codebase;
    return all;
  }

  private static List<Named> read(SourceUnit unit, Codebase codebase) {
    List<Named> named = new ArrayList<>();
    for (ImportFact single : unit.imports()) {
      String type = type(single);
      if (codebase.hasPackage(DottedNames.qualifier(type))) {
        named.add(new Named(unit, single, type));
      }
    }
    return List.copyOf(named);
  }

  /** The type that an import names, or the empty string. */
  private static String type(ImportFact single) {
    return switch (single.path()) {
      case IMPORT, STATIC_WILDCARD_IMPORT -> single.name();
      case STATIC_IMPORT -> single.qualifier();
      default -> "";
    };
  }
}
