package dev.ssot.rules.catalog;

import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Severity;
import java.util.List;

/**
 * A named statement about code.
 *
 * <p>A rule is stateless and a pure function of the case it is given.
 */
public interface Rule {

  /** The id: kebab-case, named after the thing found, never changed once released. */
  String id();

  /** Severity of its findings unless they or the policy say otherwise. */
  Severity severity();

  /** What kind of rule it is, at most ten words. */
  List<String> tags();

  /**
   * Whether it judges what the team accepts and not the code: such a rule runs after triage, and
   * what it finds can be mended only, not accepted.
   */
  default boolean judgesAcceptance() {
    return false;
  }

  /** Whether it finds what is new against an earlier state of the code, and nothing without one. */
  default boolean comparesStates() {
    return false;
  }

  /** Whether a program can fix what it finds, as far as that is safe. */
  default boolean isFixable() {
    return false;
  }

  /** Whether it has to see class files to say anything under a policy. */
  default boolean needsClassFiles(Policy policy) {
    return false;
  }

  /**
   * Whether it asks nothing that other rules ask but what is safe for concurrent use, so that it
   * can be judged beside them.
   */
  default boolean isJudgedApart() {
    return false;
  }

  /**
   * Whether it asks for the casts of the declared roles, for which a rule that is judged apart may
   * have to wait.
   */
  default boolean asksForCasts() {
    return false;
  }

  /** Looks at everything that the rule is about. */
  Judgement judge(Case facts);
}
