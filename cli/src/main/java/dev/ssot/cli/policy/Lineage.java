package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Mapping;
import dev.ssot.cli.policy.YamlNode.Mapping.Entry;
import dev.ssot.cli.policy.YamlNode.Scalar;
import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicySettings.Kind;
import dev.ssot.rules.model.PolicySettings.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a policy over those that it extends, and those over what they extend.
 *
 * <p>Of the policies that one names the later ones win over the earlier ones, and it wins over all
 * of them. A baseline is not taken over: it lists what one codebase is known to hold.
 */
final class Lineage {

  private static final List<String> NOT_INHERITED = List.of("extends", "baseline");

  private final PolicyErrors errors;
  private final List<PolicySource> open = new ArrayList<>();
  private final Map<Object, Mapping> known = new HashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** A policy below the one that is read, by itself. */
  record Part(Layer layer, Mapping values) {}

  Lineage(PolicyErrors errors) {
    this.errors = errors;
  }

  /** The policies below, the lowest first; known once the whole has been read. */
  List<Part> parts() {
    return List.copyOf(parts.values());
  }

  /** The whole of a policy and what it extends. */
  YamlNode whole(PolicySource source) {
    YamlNode root = YamlTree.read(source.text(), source.name(), errors);
    return root instanceof Mapping policy ? over(policy, source) : root;
  }

  private Mapping over(Mapping policy, PolicySource source) {
    Entry entry = policy.entries().get("extends");
    if (entry == null) {
      return policy;
    }
    open.add(source);
    Optional<Mapping> lower = Optional.empty();
    for (Scalar name : names(entry.value())) {
      Optional<Mapping> next = lower(name, source);
      if (next.isPresent()) {
        lower = lower.map(below -> Extension.merge(below, next.get())).or(() -> next);
      }
    }
    open.remove(open.size() - 1);
    return lower.map(below -> Extension.merge(below, policy)).orElse(policy);
  }

  private List<Scalar> names(YamlNode value) {
    List<Scalar> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<YamlNode> items = value instanceof Sequence list ? list.items() : List.of(value);
    for (YamlNode item : items) {
      if (!(item instanceof Scalar name) || !isName(name)) {
        errors.add(
            item.line(),
            "%s must name a built-in policy or a policy file, not %s"
                .formatted(Section.subject(item.line()), item.words()),
            remedy(item));
      } else if (!seen.add(name.text())) {
        errors.add(
            item.line(),
            "%s repeats %s".formatted(Section.subject(item.line()), name.quoted()),
            "delete one of the two");
      } else {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isName(Scalar name) {
    return BuiltInPolicies.NAMES.contains(name.text()) || Syntax.POLICY_FILE.allows(name.text());
  }

  private static String remedy(YamlNode item) {
    String given = item instanceof Scalar name ? name.text() : "";
    return Section.remedy(given, BuiltInPolicies.NAMES)
        + ", or write a path such as `../shared/ssot.yaml`";
  }

  private Optional<Mapping> lower(Scalar name, PolicySource source) {
    if (BuiltInPolicies.NAMES.contains(name.text())) {
      return Optional.of(builtIn(name));
    }
    Optional<PolicySource> file = source.beside(name.text());
    if (file.isEmpty()) {
      errors.add(
          name.line(),
          "%s names %s, where there is no file"
              .formatted(Section.subject(name.line()), name.quoted()),
          "write its path relative to the folder of `%s`".formatted(source.name()));
      return Optional.empty();
    }
    return isCycle(name, file.get()) ? Optional.empty() : file(name, file.get());
  }

  private boolean isCycle(Scalar name, PolicySource file) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).identity().equals(file.identity())) {
        List<String> way = open.subList(i, open.size()).stream().map(PolicySource::name).toList();
        errors.add(
            name.line(),
            "%s leads back to where it began: %s → %s"
                .formatted(
                    Section.subject(name.line()), String.join(" → ", way), open.get(i).name()),
            "let one of them extend no other");
        return true;
      }
    }
    return false;
  }

  private Optional<Mapping> file(Scalar name, PolicySource source) {
    Mapping done = known.get(source.identity());
    if (done != null) {
      return Optional.of(done);
    }
    YamlNode root = YamlTree.read(source.text(), source.name(), errors);
    if (!(root instanceof Mapping policy)) {
      errors.add(
          root.line(),
          "the policy must be a map, not %s".formatted(root.words()),
          "use the keys " + Section.list(PolicyKeys.POLICY));
      return Optional.empty();
    }
    Mapping whole = inherited(over(policy, source));
    known.put(source.identity(), whole);
    note(Kind.FILE, source.name(), name.line(), inherited(policy));
    return Optional.of(whole);
  }

  private Mapping builtIn(Scalar name) {
    Mapping policy =
        (Mapping) YamlTree.read(BuiltInPolicies.text(name.text()), name.text(), new PolicyErrors());
    note(Kind.BUILT_IN, name.text(), name.line(), policy);
    return policy;
  }

  private void note(Kind kind, String name, PolicyLine line, Mapping values) {
    parts.putIfAbsent(kind.label() + " " + name, new Part(new Layer(kind, name, line), values));
  }

  private static Mapping inherited(Mapping policy) {
    Map<String, Entry> entries = new LinkedHashMap<>(policy.entries());
    NOT_INHERITED.forEach(entries::remove);
    return new Mapping(entries, policy.line());
  }
}
