package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.StandIn.Form;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A member that is given an answer.
 *
 * @param real qualified name of the watched type that has it
 * @param variable the name of the double, or the empty string
 * @param ofType whether it is a member of the type itself and not of an instance
 * @param by the call that gives it, as written
 */
record StubDraft(
    String real, String variable, String member, boolean ofType, String by, Region region) {

  /** Whether it shows a double that may have been made elsewhere; a static one is made here. */
  boolean isOfDouble() {
    return !ofType;
  }

  /** The members of a double that are given an answer. */
  static Set<String> of(DoubleDraft made, List<StubDraft> stubs) {
    Set<String> members = new TreeSet<>();
    for (StubDraft stub : stubs) {
      boolean same =
          made.form() == Form.STATIC_MOCK
              ? stub.ofType()
              : !made.variable().isEmpty() && stub.variable().equals(made.variable());
      if (same && stub.real().equals(made.real()) && !stub.member().isEmpty()) {
        members.add(stub.member());
      }
    }
    return members;
  }
}
