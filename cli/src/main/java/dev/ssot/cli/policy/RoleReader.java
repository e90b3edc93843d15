package dev.ssot.cli.policy;

import dev.ssot.rules.model.Bystanders;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Recognition;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.RolePaths;
import dev.ssot.rules.model.RoleValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code roles}. */
final class RoleReader {

  private final PolicyErrors errors;
  private final ForbiddenPathReader paths;
  private final ShimReader shims;
  private final ReservedCallReader calls;

  RoleReader(PolicyErrors errors) {
    this.errors = errors;
    this.paths = new ForbiddenPathReader(errors);
    this.shims = new ShimReader(errors);
    this.calls = new ReservedCallReader(errors);
  }

  List<Role> read(Section policy) {
    List<Role> roles = new ArrayList<>();
    Map<String, PolicyText> seen = new HashMap<>();
    for (Section section : policy.sections("roles", PolicyKeys.ROLE)) {
      Optional<PolicyText> id = section.requiredText("id", Syntax.ROLE_ID);
      id.ifPresent(text -> refuseDouble(text, seen));
      role(section, id).ifPresent(roles::add);
    }
    return roles;
  }

  private void refuseDouble(PolicyText id, Map<String, PolicyText> seen) {
    PolicyText first = seen.putIfAbsent(id.value(), id);
    if (first != null) {
      errors.add(
          id.line(),
          "the role `%s` is declared twice, first on line %d"
              .formatted(id.value(), first.line().line()),
          "merge the two or rename one");
    }
  }

  private Optional<Role> role(Section section, Optional<PolicyText> id) {
    Optional<PolicyText> title = section.text("title", Syntax.PROSE);
    Optional<PolicyText> canonical = section.requiredText("canonical", Syntax.TYPE);
    Recognition recognition =
        section
            .section("rivals", PolicyKeys.RIVALS)
            .map(RoleReader::recognition)
            .orElseGet(Recognition::standard);
    RoleValues values =
        new RoleValues(
            section.texts("messages", Syntax.MESSAGE), section.texts("constants", Syntax.TYPE));
    Bystanders bystanders =
        new Bystanders(section.texts("unrelated", Syntax.TYPE_OR_PACKAGE), shims.read(section));
    RolePaths closed =
        new RolePaths(paths.read(section), calls.read(section), RealTypeReader.read(section));
    if (id.isEmpty() || canonical.isEmpty()) {
      return Optional.empty();
    }
    String name = id.get().value();
    String words = title.map(text -> text.value().strip()).orElse(name.replace('-', ' '));
    return Optional.of(
        new Role(name, words, canonical.get(), recognition, values, bystanders, closed));
  }

  private static Recognition recognition(Section rivals) {
    return new Recognition(
        rivals.texts("names", Syntax.TYPE_NAME),
        rivals.texts("members", Syntax.MEMBER_NAME).stream().map(PolicyText::value).toList(),
        rivals.integer("threshold", 0, 100).orElse(Recognition.STANDARD_THRESHOLD));
  }
}
