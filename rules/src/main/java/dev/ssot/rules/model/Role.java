package dev.ssot.rules.model;

import java.util.List;

/**
 * A job that exactly one type should hold.
 *
 * @param id kebab-case name of the role
 * @param title the job in a few words, such as {@code routing WebSocket messages}
 * @param canonical qualified name of the type that holds it
 * @param values the values that belong to it
 * @param bystanders types that are no rivals by what the policy says
 * @param paths what it forbids and reserves
 */
public record Role(
    String id,
    String title,
    PolicyText canonical,
    Recognition recognition,
    RoleValues values,
    Bystanders bystanders,
    RolePaths paths) {

  /** A role without a policy: only its canonical is known. */
  public static Role of(String canonical) {
    PolicyLine nowhere = new PolicyLine("", 0, 0, "");
    return new Role(
        canonical,
        canonical,
        new PolicyText(canonical, nowhere),
        Recognition.standard(),
        RoleValues.none(),
        Bystanders.none(),
        RolePaths.open());
  }

  /** Types that look like rivals and are none, each a type or a package pattern. */
  public List<PolicyText> unrelated() {
    return bystanders.unrelated();
  }

  /** The access paths that this role forbids. */
  public List<ForbiddenPath> forbidden() {
    return paths.forbidden();
  }
}
