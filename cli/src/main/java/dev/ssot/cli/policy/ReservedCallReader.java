package dev.ssot.cli.policy;

import dev.ssot.cli.policy.YamlNode.Sequence;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.ReservedCalls;
import dev.ssot.rules.model.ReservedCalls.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code bypass}. */
final class ReservedCallReader {

  private final PolicyErrors errors;

  ReservedCallReader(PolicyErrors errors) {
    this.errors = errors;
  }

  /** The calls that a role reserves for its canonical. */
  ReservedCalls read(Section role) {
    return role.section("bypass", PolicyKeys.BYPASS)
        .flatMap(this::reserved)
        .orElseGet(ReservedCalls::none);
  }

  private Optional<ReservedCalls> reserved(Section bypass) {
    Optional<PolicyText> reason = bypass.requiredText("reason", Syntax.PROSE);
    List<Call> calls = calls(bypass);
    return reason.map(
        text ->
            new ReservedCalls(text.value().strip(), calls, ForbiddenPathReader.exceptions(bypass)));
  }

  private List<Call> calls(Section bypass) {
    requireItems(bypass, "calls", "a list, each item a map with `types` and `methods`");
    List<Call> calls = new ArrayList<>();
    for (Section section : bypass.sections("calls", PolicyKeys.CALL)) {
      List<PolicyText> types = items(section, "types", Syntax.TYPE);
      List<PolicyText> methods = items(section, "methods", Syntax.METHOD_NAME);
      List<PolicyText> arguments = section.texts("arguments", Syntax.TYPE);
      if (!types.isEmpty() && !methods.isEmpty()) {
        calls.add(new Call(types, methods, arguments));
      }
    }
    return calls;
  }

  /** The texts of a list that may be neither left out nor empty. */
  private List<PolicyText> items(Section section, String key, Syntax syntax) {
    requireItems(section, key, "a list, each item " + syntax.examples());
    return section.texts(key, syntax);
  }

  private void requireItems(Section section, String key, String example) {
    if (section.require(key, example)
        && section.node(key).get() instanceof Sequence items
        && items.items().isEmpty()) {
      errors.add(
          items.line(),
          "%s is an empty list".formatted(Section.subject(items.line())),
          "write " + example);
    }
  }
}
