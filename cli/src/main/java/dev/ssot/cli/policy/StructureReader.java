package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.Isolation;
import dev.ssot.rules.model.Layer;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Slices;
import dev.ssot.rules.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code isolated}, {@code layers} and {@code acyclic}. */
final class StructureReader {

  private final PolicyErrors errors;

  StructureReader(PolicyErrors errors) {
    this.errors = errors;
  }

  Structure read(Section policy) {
    return new Structure(isolated(policy), layers(policy), acyclic(policy));
  }

  private List<Isolation> isolated(Section policy) {
    List<Isolation> isolated = new ArrayList<>();
    for (Section section : policy.sections("isolated", PolicyKeys.ISOLATED)) {
      List<PolicyText> types = types(section);
      Optional<PolicyText> reason = section.requiredText("reason", Syntax.PROSE);
      List<PolicyText> except = section.texts("except", Syntax.ACCESS);
      if (!types.isEmpty() && reason.isPresent()) {
        isolated.add(new Isolation(types, reason.get().value().strip(), except));
      }
    }
    return isolated;
  }

  private List<Layer> layers(Section policy) {
    List<Layer> layers = new ArrayList<>();
    Map<String, PolicyText> seen = new HashMap<>();
    for (Section section : policy.sections("layers", PolicyKeys.LAYER)) {
      Optional<PolicyText> id = section.requiredText("id", Syntax.ROLE_ID);
      id.ifPresent(text -> refuseDouble(text, seen));
      List<PolicyText> types = types(section);
      Optional<PolicyText> reason = section.requiredText("reason", Syntax.PROSE);
      if (id.isPresent() && !types.isEmpty() && reason.isPresent()) {
        layers.add(new Layer(id.get().value(), types, reason.get().value().strip()));
      }
    }
    return layers;
  }

  private void refuseDouble(PolicyText id, Map<String, PolicyText> seen) {
    PolicyText first = seen.putIfAbsent(id.value(), id);
    if (first != null) {
      errors.add(
          id.line(),
          "the layer `%s` is declared twice, first on line %d"
              .formatted(id.value(), first.line().line()),
          "merge the two or rename one");
    }
  }

  private List<Slices> acyclic(Section policy) {
    List<Slices> acyclic = new ArrayList<>();
    for (Section section : policy.sections("acyclic", PolicyKeys.ACYCLIC)) {
      Optional<PolicyText> packages = section.requiredText("packages", Syntax.SLICES);
      Optional<PolicyText> reason = section.requiredText("reason", Syntax.PROSE);
      if (packages.isPresent() && reason.isPresent()) {
        acyclic.add(new Slices(packages.get(), reason.get().value().strip()));
      }
    }
    return acyclic;
  }

  /** The types of a section, which may be neither left out nor empty. */
  private List<PolicyText> types(Section section) {
    String example = "a list, each item " + Syntax.TYPE_OR_PACKAGE.examples();
    if (section.require("types", example)
        && section.node("types").get() instanceof Sequence items
        && items.items().isEmpty()) {
      errors.add(
          items.line(),
          "%s is an empty list".formatted(Section.subject(items.line())),
          "write " + example);
    }
    return section.texts("types", Syntax.TYPE_OR_PACKAGE);
  }
}
