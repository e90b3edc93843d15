package dev.ssot.rules.values;

import dev.ssot.rules.codebase.BranchFact;
import dev.ssot.rules.codebase.BranchFact.Label;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.rivals.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the message types that the labels of a branch stand for. */
final class LabelResolver {

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final ConstantIndex constants;

  LabelResolver(Codebase codebase, Hierarchy hierarchy, ConstantIndex constants) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.constants = constants;
  }

  /** The labels that stand for something that the codebase knows, in their order. */
  Map<Label, Message> resolve(SourceUnit unit, BranchFact branch) {
    Map<Label, Message> messages = new LinkedHashMap<>();
    List<Label> bare = new ArrayList<>();
    for (Label label : branch.labels()) {
      switch (label.kind()) {
        case TEXT, TEXT_OF_ANY_CASE -> messages.put(label, Message.ofText(label.text()));
        case TYPE -> type(unit, label.text()).ifPresent(known -> messages.put(label, known));
        case NAME ->
            constants
                .owner(unit, branch.place().type(), label.text())
                .ifPresentOrElse(
                    owner ->
                        messages.put(
                            label, constants.message(owner, DottedNames.last(label.text()))),
                    () -> bare.add(label));
      }
    }
    bare.removeIf(label -> label.text().indexOf('.') >= 0);
    if (!bare.isEmpty() && branch.form() == BranchFact.Form.SWITCH) {
      enumOf(unit, bare)
          .ifPresent(
              type ->
                  bare.forEach(
                      label -> messages.put(label, Message.ofConstant(type, label.text()))));
    }
    return messages;
  }

  private Optional<Message> type(SourceUnit unit, String written) {
    String name = hierarchy.qualified(unit, written);
    return codebase.hasType(name) ? Optional.of(Message.ofType(name)) : Optional.empty();
  }

  /**
   * The enum whose constants a switch names without their type: the only one that has them all, or
   * the only one of these that the file names.
   */
  private Optional<String> enumOf(SourceUnit unit, List<Label> labels) {
    Set<String> enums = constants.enumsWith(labels.stream().map(Label::text).toList());
    if (enums.size() > 1) {
      enums.removeIf(type -> !isNear(unit, type));
    }
    return enums.size() == 1 ? enums.stream().findFirst() : Optional.empty();
  }

  private static boolean isNear(SourceUnit unit, String type) {
    String simpleName = DottedNames.last(type);
    return Patterns.packageOf(type).equals(unit.packageName())
        || unit.imports().stream().anyMatch(single -> type.equals(single.name()))
        || unit.uses().names().stream()
            .map(NameUse::name)
            .anyMatch(name -> DottedNames.last(name).equals(simpleName));
  }
}
