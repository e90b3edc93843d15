package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeOutline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outlines of types whose files were read a second time; of the same reading of a file they are
 * what they were. Not safe for concurrent use.
 */
final class KnownOutlines {

  private Map<TypeFact, Optional<TypeOutline>> before = Map.of();
  private Map<TypeFact, Optional<TypeOutline>> known = new IdentityHashMap<>();

  /** The outlines of types, by files in the order in which these are met. */
  List<TypeOutline> of(Collection<TypeEntry> types, CloserLook closer) {
    List<TypeEntry> open = types.stream().filter(type -> !takesOver(type)).toList();
    open.forEach(type -> known.put(type.type(), Optional.empty()));
    closer
        .outlines(open)
        .forEach(outline -> known.put(outline.entry().type(), Optional.of(outline)));
    Map<String, List<TypeEntry>> byFile = new LinkedHashMap<>();
    for (TypeEntry type : types) {
      byFile.computeIfAbsent(type.unit().path(), path -> new ArrayList<>()).add(type);
    }
    return byFile.values().stream().flatMap(List::stream).flatMap(this::outline).toList();
  }

  /** Whether the outline of a type is known, be it that there is none. */
  private boolean takesOver(TypeEntry type) {
    Optional<TypeOutline> outline = before.get(type.type());
    if (outline != null) {
      known.put(type.type(), outline);
    }
    return known.containsKey(type.type());
  }

  private Stream<TypeOutline> outline(TypeEntry type) {
    return known.getOrDefault(type.type(), Optional.empty()).stream()
        .map(one -> new TypeOutline(type, one.documentation(), one.annotations(), one.methods()));
  }

  /** Keeps what the scan that is over asked for, and nothing else. */
  void settle() {
    before = known;
    known = new IdentityHashMap<>();
  }
}
