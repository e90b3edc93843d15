package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicySettings;
import dev.ssot.rules.model.PolicySettings.Kind;
import dev.ssot.rules.model.PolicySettings.Layer;
import dev.ssot.rules.model.PolicySettings.Setting;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists what a policy comes to, value by value. */
final class Settings {

  private static final List<String> IDENTITIES = List.of("id", "path");

  private final List<Lineage.Part> parts;
  private final Set<String> builtIns;
  private final Map<String, Setting> settings = new LinkedHashMap<>();

  private Settings(List<Lineage.Part> parts) {
    this.parts = parts;
    this.builtIns =
        parts.stream()
            .map(Lineage.Part::layer)
            .filter(layer -> layer.kind() == Kind.BUILT_IN)
            .map(Layer::name)
            .collect(Collectors.toSet());
  }

  /**
   * The settings of a policy.
   *
   * @param whole its nodes and those of all below it
   * @param policy what they were read as
   * @param severities of the rules where no policy says otherwise
   */
  static PolicySettings of(
      Mapping whole, Policy policy, List<Lineage.Part> parts, Map<String, Severity> severities) {
    Settings settings = new Settings(parts);
    Map<String, Scalar> values = flat(whole);
    for (String key : PolicyKeys.POLICY) {
      values.forEach((path, value) -> settings.given(key, path, value));
      settings.defaults(key, policy, severities);
    }
    List<Layer> layers = parts.stream().map(Lineage.Part::layer).toList();
    return new PolicySettings(policy.path(), layers, List.copyOf(settings.settings.values()));
  }

  private void given(String key, String path, Scalar value) {
    boolean below = path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "[");
    if (below && !key.equals("extends")) {
      PolicyLine line = value.line();
      Kind kind = builtIns.contains(line.file()) ? Kind.BUILT_IN : Kind.FILE;
      String shown = value.text().strip().replaceAll("\\s+", " ");
      settings.put(path, new Setting(path, shown, kind, Optional.of(line), over(path, line)));
    }
  }

  /** Where lower policies set the same key; the items of a list replace nothing. */
  private List<PolicyLine> over(String path, PolicyLine line) {
    List<PolicyLine> over = new ArrayList<>();
    if (!path.matches(".*\\[\\d+\\]")) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        Scalar lower = flat(parts.get(i).values()).get(path);
        if (lower != null && !lower.line().equals(line)) {
          over.add(lower.line());
        }
      }
    }
    // The version of the format is the same in all of them.
    return path.equals("version") ? List.of() : over;
  }

  private void defaults(String key, Policy policy, Map<String, Severity> severities) {
    switch (key) {
      case "sources" -> {
        standard("sources.roots", "every Java file below the given paths");
        standard("sources.test-roots", "by convention and imports");
        standard("sources.generated-roots", "by convention and markers");
        standard("sources.exclude", "nothing but build output");
      }
      case "roles" -> policy.roles().forEach(this::defaults);
      case "gate" -> {
        Policy.Gate gate = Policy.Gate.standard();
        standard("gate.fail-on", gate.failOn().label());
        standard("gate.minimum-score", String.valueOf(gate.minimumScore()));
      }
      case "rules" ->
          severities.forEach((rule, severity) -> standard("rules." + rule, severity.label()));
      case "baseline" -> standard("baseline", "none");
      default -> {}
    }
  }

  private void defaults(Role role) {
    String prefix = "roles[%s].".formatted(role.id());
    standard(prefix + "title", role.title());
    standard(prefix + "rivals.threshold", String.valueOf(role.recognition().threshold()));
  }

  /** A default, where nothing is said of the key and of no item below it. */
  private void standard(String key, String value) {
    boolean said = settings.keySet().stream().anyMatch(one -> (one + "[").startsWith(key + "["));
    if (!said) {
      settings.put(key, new Setting(key, value, Kind.DEFAULT, Optional.empty(), List.of()));
    }
  }

  /** The values below a node by their path of keys, in the order of the node. */
  private static Map<String, Scalar> flat(YamlNode node) {
    Map<String, Scalar> values = new LinkedHashMap<>();
    collect(node, "", values);
    return values;
  }

  private static void collect(YamlNode node, String path, Map<String, Scalar> values) {
    if (node instanceof Scalar scalar) {
      values.put(path, scalar);
    } else if (node instanceof Mapping map) {
      map.entries()
          .forEach(
              (key, entry) ->
                  collect(entry.value(), path.isEmpty() ? key : path + "." + key, values));
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        YamlNode item = list.items().get(i);
        collect(item, "%s[%s]".formatted(path, identity(item).orElse(String.valueOf(i))), values);
      }
    }
  }

  private static Optional<String> identity(YamlNode item) {
    if (item instanceof Mapping map) {
      for (String key : IDENTITIES) {
        Entry entry = map.entries().get(key);
        if (entry != null && entry.value() instanceof Scalar scalar) {
          return Optional.of(scalar.text());
        }
      }
    }
    return Optional.empty();
  }
}
