package dev.ssot.cli.policy;

import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicySettings;
import dev.ssot.rules.model.Severity;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a policy file: bytes to text, text to nodes, laid over the policies that it extends, and
 * bound to a {@link Policy}. Immutable.
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
    return read(new DiskSource(file, name));
  }

  /**
   * Reads the text of a policy that extends no other file.
   *
   * @throws Rejection with everything that is wrong with it
   */
  public Policy read(String text, String name) {
    return read(new TextSource(text, name));
  }

  /**
   * Reads a policy from wherever it is kept.
   *
   * @throws Rejection with everything that is wrong with it
   */
  public Policy read(PolicySource source) {
    PolicyErrors errors = new PolicyErrors();
    YamlNode root = new Lineage(errors).whole(source);
    return new PolicyBinder(ruleIds, acceptable, errors).bind(root, source.name());
  }

  /**
   * Everything that a policy file comes to, with the place of each value.
   *
   * @param severities of the rules where the policy does not say otherwise
   * @throws Rejection with everything that is wrong with it
   */
  public PolicySettings settings(Path file, String name, Map<String, Severity> severities) {
    PolicyErrors errors = new PolicyErrors();
    Lineage lineage = new Lineage(errors);
    YamlNode root = lineage.whole(new DiskSource(file, name));
    Policy policy = new PolicyBinder(ruleIds, acceptable, errors).bind(root, name);
    // What could be bound is a map.
    return Settings.of((Mapping) root, policy, lineage.parts(), severities);
  }
}
