package dev.ssot.router.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One map of a configuration, read key by key. Whatever is wrong goes to the faults and is left out
 * of the answer, so that reading goes on to the next fault. Values are not repeated in messages, as
 * somebody may have put a secret where a name of a file belongs.
 */
final class ConfigMap {

  private static final int LONGEST_SHOWN = 60;

  private final String path;
  private final Node node;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();

  /** Reads a node as a map with some keys; any other key is a fault. */
  ConfigMap(String path, Node node, Collection<String> known, Faults faults) {
    this.path = path;
    this.node = node;
    this.faults = faults;
    if (refusesIndirection(node) && node instanceof MappingNode map) {
      map.getValue().forEach(tuple -> add(tuple, known));
    } else if (!(node instanceof MappingNode)) {
      faults.add(node, subject() + " must be a map", "write keys with values below it");
    }
  }

  private String subject() {
    return path.isEmpty() ? "the configuration" : "`" + path + "`";
  }

  /** The key of this map with all keys above it. */
  String path() {
    return path;
  }

  /** A key with all keys above it, such as {@code tls.key}. */
  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Where the map begins. */
  Node node() {
    return node;
  }

  Faults faults() {
    return faults;
  }

  private void add(NodeTuple tuple, Collection<String> known) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(tuple.getKeyNode(), "a key of " + subject() + " is no name", "write a name");
    } else if (!known.contains(key.getValue())) {
      String name = key.getValue();
      String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) : name;
      faults.add(
          key,
          "`%s` is no key that is known here".formatted(path(shown)),
          "choose of " + String.join(", ", known));
    } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      faults.add(key, "`%s` is given twice".formatted(path(key.getValue())), "delete one of them");
    }
  }

  /** No file grows in memory, and what is read is what is written. */
  private boolean refusesIndirection(Node value) {
    if (value.getAnchor() != null) {
      faults.add(value, "anchors have no place here", "write the value out where it is used");
      return false;
    }
    return true;
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key)).filter(this::refusesIndirection);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Notes that a key is missing that must be there. */
  void require(String key, String help) {
    if (!values.containsKey(key)) {
      faults.add(node, "`%s` is missing".formatted(path(key)), help);
    }
  }

  /** A text, if it is given. */
  Optional<String> text(String key) {
    return find(key).flatMap(value -> text(path(key), value));
  }

  private Optional<String> text(String where, Node value) {
    if (value instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    faults.add(value, "`%s` must be a text".formatted(where), "write a text, in quotes if need be");
    return Optional.empty();
  }

  /** A truth, if it is given. */
  boolean truth(String key) {
    Optional<Node> value = find(key);
    if (value.isEmpty()) {
      return false;
    }
    boolean isTruth = value.get().getTag().equals(Tag.BOOL);
    if (!isTruth) {
      wrong(key, "must be true or false", "write true or false");
    }
    return isTruth && ((ScalarNode) value.get()).getValue().equals("true");
  }

  /** A list of texts; empty if it is not given. */
  List<String> texts(String key) {
    Optional<Node> value = find(key);
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value.get() instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        if (refusesIndirection(item)) {
          text(path(key), item).ifPresent(texts::add);
        }
      }
    } else {
      wrong(key, "must be a list", "write [one, another]");
    }
    return texts;
  }

  /** A map below this one; an empty one if it is not given. */
  Optional<ConfigMap> map(String key, Collection<String> known) {
    return find(key).map(value -> new ConfigMap(path(key), value, known, faults));
  }

  /** Notes that the value of a key is wrong. */
  void wrong(String key, String what, String help) {
    Node where = values.getOrDefault(key, node);
    faults.add(where, "`%s` %s".formatted(path(key), what), help);
  }
}
