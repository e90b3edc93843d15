package dev.ssot.cli.policy;

import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.Policy;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a policy file: bytes to text, text to nodes, laid over the built-in policies that it
 * extends, and bound to a {@link Policy}. Immutable.
 */
public final class PolicyReader {

  private final Set<String> ruleIds;
  private final List<String> acceptable;

  /**
   * A reader that knows these rules.
   *
   * @param acceptable those of them whose findings can be accepted
   */
  public PolicyReader(Collection<String> ruleIds, Collection<String> acceptable) {
    this.ruleIds = new TreeSet<>(ruleIds);
    this.acceptable = acceptable.stream().sorted().toList();
  }

  /**
   * Reads a file.
   *
   * @param name the file relative to the base of the scan, with {@code /}
   * @throws Rejection with everything that is wrong with it
   */
  public Policy read(Path file, String name) {
    return read(PolicyFile.read(file, name), name);
  }

  /**
   * Reads the text of a policy file.
   *
   * @throws Rejection with everything that is wrong with it
   */
  public Policy read(String text, String name) {
    PolicyErrors errors = new PolicyErrors();
    YamlNode root = YamlTree.read(text, name, errors);
    if (root instanceof Mapping policy) {
      root = extend(policy, errors);
    }
    return new PolicyBinder(ruleIds, acceptable, errors).bind(root, name);
  }

  private static Mapping extend(Mapping policy, PolicyErrors errors) {
    Entry names = policy.entries().get("extends");
    Mapping extended = policy;
    if (names != null) {
      List<String> lower = builtIns(names.value(), errors);
      for (int i = lower.size() - 1; i >= 0; i--) {
        extended = Extension.merge(builtIn(lower.get(i)), extended);
      }
    }
    return extended;
  }

  private static List<String> builtIns(YamlNode value, PolicyErrors errors) {
    Set<String> names = new LinkedHashSet<>();
    List<YamlNode> items = value instanceof Sequence list ? list.items() : List.of(value);
    for (YamlNode item : items) {
      if (!(item instanceof Scalar name) || !BuiltInPolicies.NAMES.contains(name.text())) {
        errors.add(
            item.line(),
            "%s must name a built-in policy, not %s"
                .formatted(Section.subject(item.line()), item.words()),
            Section.remedy(item instanceof Scalar name ? name.text() : "", BuiltInPolicies.NAMES));
      } else if (!names.add(name.text())) {
        errors.add(
            item.line(),
            "%s repeats %s".formatted(Section.subject(item.line()), name.quoted()),
            "delete one of the two");
      }
    }
    return List.copyOf(names);
  }

  private static Mapping builtIn(String name) {
    PolicyErrors none = new PolicyErrors();
    return (Mapping) YamlTree.read(BuiltInPolicies.text(name), name, none);
  }
}
