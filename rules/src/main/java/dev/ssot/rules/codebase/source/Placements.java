package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.source.TypeNaming.Named;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.DottedNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides how a file is to name the types that it gets to use: by the simple name, unless that
 * means something else anywhere in the file.
 */
final class Placements {

  private final SourceUnit unit;
  private final FileScope scope;
  private final TypeNaming naming;
  private final Set<String> leaving;
  private final Map<String, Placement> byType = new LinkedHashMap<>();

  /**
   * The placements of types.
   *
   * @param wanted qualified names of the types
   * @param leaving types that the file will name no more
   */
  Placements(
      SourceUnit unit,
      FileScope scope,
      TypeNaming naming,
      Collection<String> wanted,
      Set<String> leaving) {
    this.unit = unit;
    this.scope = scope;
    this.naming = naming;
    this.leaving = leaving;
    Map<String, String> taken = new TreeMap<>();
    for (String type : wanted) {
      String simple = DottedNames.last(type);
      boolean first = taken.putIfAbsent(simple, type) == null;
      byType.put(type, first ? placement(type, simple) : new Placement(type, false, false));
    }
  }

  /** How to name a type; one that only documentation names is not imported for that. */
  Placement of(String type) {
    Placement placement = byType.get(type);
    if (placement != null) {
      return placement;
    }
    String simple = DottedNames.last(type);
    boolean visible = isVisible(type, simple) && !meansAnother(type, simple);
    return new Placement(type, visible, false);
  }

  /** All placements, in the order of the types. */
  List<Placement> all() {
    return List.copyOf(byType.values());
  }

  private Placement placement(String type, String simple) {
    if (meansAnother(type, simple)) {
      return new Placement(type, false, false);
    }
    return new Placement(type, true, !isVisible(type, simple));
  }

  private boolean isVisible(String type, String simple) {
    boolean own = DottedNames.qualifier(type).equals(unit.packageName());
    String now = scope.ofFile(simple);
    if (own && leaving.contains(now)) {
      // Its import goes, and what is left under the name is the type of the same package.
      return true;
    }
    if (!now.equals(type)) {
      return false;
    }
    boolean near =
        own
            || unit.imports().stream()
                .anyMatch(one -> one.path() == AccessPath.IMPORT && one.name().equals(type));
    long wildcards =
        unit.imports().stream().filter(one -> one.path() == AccessPath.WILDCARD_IMPORT).count();
    // Of two wildcards another one could bring in a type of the same name, which nobody sees here.
    return near || wildcards == 1;
  }

  private boolean meansAnother(String type, String simple) {
    boolean declared =
        unit.types().stream()
            .anyMatch(own -> own.simpleName().equals(simple) && !own.qualifiedName().equals(type));
    return declared
        || scope.isTaken(simple)
        || scope.hasMemberType(simple)
        || unit.imports().stream().anyMatch(one -> hides(one, type, simple))
        || naming.all().stream().anyMatch(named -> meansAnother(named, type, simple));
  }

  private boolean hides(ImportFact single, String type, String simple) {
    boolean one = single.path() == AccessPath.IMPORT || single.path() == AccessPath.STATIC_IMPORT;
    return one
        && single.simpleName().equals(simple)
        && !single.name().equals(type)
        && !leaving.contains(single.name());
  }

  private boolean meansAnother(Named named, String type, String simple) {
    return named.chain().root().equals(simple)
        && !named.root().equals(type)
        && leaving.stream().noneMatch(named.root()::equals);
  }
}
