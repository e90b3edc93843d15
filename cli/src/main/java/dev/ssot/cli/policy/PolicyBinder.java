package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Policy.Accepted;
import dev.ssot.rules.model.Policy.Gate;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.SourceSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the nodes of a policy into a {@link Policy}, or into everything that is wrong with it. */
final class PolicyBinder {

  private static final int VERSION = 1;
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::label).toList();

  /** Maps of single values. */
  private static final List<String> PLACED = List.of("gate", "rules");

  private static final List<String> OFF = List.of("off", "false", "no", "none", "never");

  private final Set<String> ruleIds;
  private final List<String> acceptable;
  private final PolicyErrors errors;

  PolicyBinder(Set<String> ruleIds, List<String> acceptable, PolicyErrors errors) {
    this.ruleIds = ruleIds;
    this.acceptable = acceptable;
    this.errors = errors;
  }

  Policy bind(YamlNode root, String name) {
    Policy policy =
        Section.of(root, PolicyKeys.POLICY, errors)
            .map(section -> bind(section, name))
            .orElseGet(Policy::none);
    errors.throwIfAny();
    return policy;
  }

  private Policy bind(Section policy, String name) {
    if (policy.require("version", "`1`")) {
      policy.integer("version", VERSION, VERSION);
    }
    List<Role> roles = new RoleReader(errors).read(policy);
    List<ForbiddenPath> forbidden = new ForbiddenPathReader(errors).read(policy);
    SourceSelection sources =
        policy
            .section("sources", PolicyKeys.SOURCES)
            .map(PolicyBinder::sources)
            .orElseGet(SourceSelection::standard);
    Gate gate = policy.section("gate", PolicyKeys.GATE).map(this::gate).orElseGet(Gate::standard);
    Accepted accepted =
        new Accepted(
            new SuppressionReader(acceptable, errors).read(policy),
            policy.text("baseline", Syntax.FILE));
    return new Policy(name, roles, forbidden, sources, gate, severities(policy), accepted)
        .with(new StructureReader(errors).read(policy))
        .at(places(policy));
  }

  /** Where the gate and the severities of rules stand. */
  private static Map<String, PolicyLine> places(Section policy) {
    Map<String, PolicyLine> places = new TreeMap<>();
    for (String key : PLACED) {
      if (policy.node(key).orElse(null) instanceof Mapping map) {
        map.entries().forEach((name, entry) -> places.put(key + "." + name, entry.value().line()));
      }
    }
    return places;
  }

  private static SourceSelection sources(Section sources) {
    return new SourceSelection(
        sources.texts("roots", Syntax.GLOB),
        sources.texts("test-roots", Syntax.GLOB),
        sources.texts("generated-roots", Syntax.GLOB),
        sources.texts("exclude", Syntax.GLOB));
  }

  private Gate gate(Section gate) {
    Gate standard = Gate.standard();
    return new Gate(
        gate.node("fail-on").flatMap(this::severity).orElse(standard.failOn()),
        gate.integer("minimum-score", 0, 100).orElse(standard.minimumScore()));
  }

  private Map<String, Severity> severities(Section policy) {
    Map<String, Severity> severities = new TreeMap<>();
    policy
        .node("rules")
        .flatMap(node -> Section.of(node, "rule", List.copyOf(ruleIds), errors))
        .ifPresent(
            rules ->
                rules.entries().forEach((rule, entry) -> putSeverity(severities, rule, entry)));
    return severities;
  }

  private void putSeverity(Map<String, Severity> severities, String rule, Entry entry) {
    if (ruleIds.contains(rule) && !refusedAsOff(entry.value())) {
      severity(entry.value()).ifPresent(severity -> severities.put(rule, severity));
    }
  }

  private boolean refusedAsOff(YamlNode node) {
    boolean off = node instanceof Scalar scalar && OFF.contains(scalar.text());
    if (off) {
      errors.add(
          node.line(),
          "%s: a rule cannot be switched off".formatted(Section.subject(node.line())),
          "make it a `note`, or run others alone with --rule");
    }
    return off;
  }

  private Optional<Severity> severity(YamlNode node) {
    return Section.choice(node, SEVERITIES, errors)
        .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
