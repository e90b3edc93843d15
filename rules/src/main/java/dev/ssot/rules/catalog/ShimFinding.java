package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.TypeRef;
import dev.ssot.rules.rivals.UsageIndex;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the findings about shims have in common. */
final class ShimFinding {

  private ShimFinding() {}

  /** The canonical as the end of a noun, or nothing where it is not known. */
  static String ofCanonical(KnownShim shim) {
    return shim.canonical().isEmpty() ? "" : " of `%s`".formatted(shim.canonical());
  }

  static List<Related> related(Codebase codebase, KnownShim shim) {
    return codebase
        .type(shim.canonical())
        .map(own -> List.of(new Related("canonical", own.name(), own.location())))
        .orElse(List.of());
  }

  /** The types and services that use a shim, each once, in the order of names. */
  static List<TypeRef> users(KnownShim shim, UsageIndex usages) {
    Map<String, TypeRef> users = new TreeMap<>();
    for (UsageIndex.Use use : usages.of(shim.entry().name())) {
      users.putIfAbsent(use.user(), new TypeRef(use.user(), use.location()));
    }
    return List.copyOf(users.values());
  }
}
