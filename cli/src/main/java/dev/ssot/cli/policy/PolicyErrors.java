package dev.ssot.cli.policy;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.PolicyLine;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy, so that one run names all of it. */
final class PolicyErrors {

  private final List<Diagnostic> errors = new ArrayList<>();

  void add(PolicyLine line, String what, String help) {
    errors.add(new Diagnostic(line.file(), line.line(), line.column(), what, help));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new Rejection(errors);
    }
  }
}
