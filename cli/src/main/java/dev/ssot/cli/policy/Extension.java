package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.cli.policy.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a policy over the one that it extends.
 *
 * <p>Maps are merged key by key, and the upper value wins. Lists are joined, the lower one first;
 * an upper role replaces or completes the lower role of the same {@code id}, an upper forbidden
 * path the lower one of the same {@code path}.
 */
final class Extension {

  private static final List<String> IDENTITIES = List.of("id", "path");

  private Extension() {}

  static Mapping merge(Mapping lower, Mapping upper) {
    Map<String, Entry> merged = new LinkedHashMap<>(lower.entries());
    upper
        .entries()
        .forEach(
            (key, entry) ->
                merged.merge(
                    key,
                    entry,
                    (below, above) -> new Entry(above.key(), value(below.value(), above.value()))));
    return new Mapping(merged, upper.line());
  }

  private static YamlNode value(YamlNode lower, YamlNode upper) {
    if (lower instanceof Mapping below && upper instanceof Mapping above) {
      return merge(below, above);
    }
    if (lower instanceof Sequence below && upper instanceof Sequence above) {
      return join(below, above);
    }
    return upper;
  }

  private static Sequence join(Sequence lower, Sequence upper) {
    List<YamlNode> items = new ArrayList<>(lower.items());
    Map<String, Integer> uncovered = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      uncovered.put(identity(items.get(i)), i);
    }
    for (YamlNode item : upper.items()) {
      Integer below = uncovered.remove(identity(item));
      if (below == null) {
        items.add(item);
      } else {
        items.set(below, value(items.get(below), item));
      }
    }
    return new Sequence(items, upper.line());
  }

  /** What makes two items of a list the same; unique to the item where nothing does. */
  private static String identity(YamlNode item) {
    if (item instanceof Scalar scalar) {
      return "=" + scalar.text();
    }
    if (item instanceof Mapping map) {
      for (String key : IDENTITIES) {
        Entry entry = map.entries().get(key);
        if (entry != null && entry.value() instanceof Scalar scalar) {
          return key + "=" + scalar.text();
        }
      }
    }
    return "@" + item.line();
  }
}
