package dev.ssot.reports;

import dev.ssot.rules.model.TypeRef;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The module of a build that a file belongs to, as far as its path tells. */
final class ModuleName {

  private static final String ROOT = "(root)";
  private static final String SOURCES = "src/";

  private ModuleName() {}

  /**
   * The folder above {@code src}, otherwise the first folder; {@code (root)} where there is none.
   */
  static String of(String path) {
    if (path.startsWith(SOURCES)) {
      return ROOT;
    }
    int slash = path.indexOf('/');
    return aboveSources(path).orElse(slash < 0 ? ROOT : path.substring(0, slash));
  }

  /** The folder above {@code src}, if the path has one. */
  static Optional<String> aboveSources(String path) {
    int sources = path.startsWith(SOURCES) ? 0 : path.indexOf("/" + SOURCES);
    return sources > 0 ? Optional.of(path.substring(0, sources)) : Optional.empty();
  }

  /** How many of some types each module has, by name. */
  static SortedMap<String, Integer> counts(Collection<TypeRef> types) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    types.forEach(type -> counts.merge(of(type.declaration().path()), 1, Integer::sum));
    return counts;
  }
}
