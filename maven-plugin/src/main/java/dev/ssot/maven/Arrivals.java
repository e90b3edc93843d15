package dev.ssot.maven;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which modules of a build have come to a goal that is executed once for all of them: by the one
 * that comes last, in whatever order and on however many threads the others came.
 *
 * <p>Modules bring the settings that they have; there is one scan, so they have to be the same.
 *
 * @param settings by module; the empty string of a module that is skipped
 */
record Arrivals(Map<String, String> settings) {

  Arrivals {
    settings = Map.copyOf(settings);
  }

  /**
   * Notes that a module has come.
   *
   * @param context what the modules of the build share; it holds nothing but values of the JDK, for
   *     each module can have loaded the plugin for itself
   * @param key tells executions of goals apart
   * @param expected all modules that will come
   * @return everybody, if this one is the last
   */
  static Optional<Arrivals> last(
      Map<String, Object> context,
      String key,
      Set<String> expected,
      Map.Entry<String, String> module) {
    synchronized (context) {
      Map<String, String> arrived = new TreeMap<>();
      if (context.get(key) instanceof Map<?, ?> before) {
        before.forEach((name, some) -> arrived.put(String.valueOf(name), String.valueOf(some)));
      }
      boolean again = arrived.put(module.getKey(), module.getValue()) != null;
      context.put(key, arrived);
      return !again && arrived.keySet().containsAll(expected)
          ? Optional.of(new Arrivals(arrived))
          : Optional.empty();
    }
  }

  /** The modules that are skipped, sorted. */
  Set<String> skipped() {
    Set<String> skipped = new TreeSet<>();
    settings.forEach(
        (module, some) -> {
          if (some.isEmpty()) {
            skipped.add(module);
          }
        });
    return skipped;
  }

  /** The different settings of the modules that are not skipped, each with one that has them. */
  Map<String, String> differentSettings() {
    Map<String, String> different = new TreeMap<>();
    new TreeMap<>(settings)
        .forEach(
            (module, some) -> {
              if (!some.isEmpty()) {
                different.putIfAbsent(some, module);
              }
            });
    return different;
  }
}
