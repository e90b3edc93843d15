package dev.ssot.cli.policy;

import dev.ssot.rules.model.DeclaredShim;
import dev.ssot.rules.model.PolicyText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code shims}. */
final class ShimReader {

  private final PolicyErrors errors;

  ShimReader(PolicyErrors errors) {
    this.errors = errors;
  }

  /** The shims that a role declares. */
  List<DeclaredShim> read(Section role) {
    List<DeclaredShim> shims = new ArrayList<>();
    Map<String, PolicyText> seen = new HashMap<>();
    for (Section section : role.sections("shims", PolicyKeys.SHIM)) {
      Optional<PolicyText> type = section.requiredText("type", Syntax.TYPE);
      Optional<PolicyText> owner = section.requiredText("owner", Syntax.OWNER);
      Optional<LocalDate> until = section.requiredDay("until");
      type.ifPresent(text -> refuseDouble(text, seen));
      if (type.isPresent() && owner.isPresent() && until.isPresent()) {
        shims.add(new DeclaredShim(type.get(), owner.get().value().strip(), until.get()));
      }
    }
    return shims;
  }

  private void refuseDouble(PolicyText type, Map<String, PolicyText> seen) {
    PolicyText first = seen.putIfAbsent(type.value(), type);
    if (first != null) {
      errors.add(
          type.line(),
          "%s declares `%s`, which line %d does already"
              .formatted(Section.subject(type.line()), type.value(), first.line().line()),
          "keep one of the two");
    }
  }
}
