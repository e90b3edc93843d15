package dev.ssot.cli.policy;

import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.ForbiddenPath.AccessException;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code forbid} and {@code prefer}. */
final class ForbiddenPathReader {

  private final PolicyErrors errors;

  ForbiddenPathReader(PolicyErrors errors) {
    this.errors = errors;
  }

  /** All paths that a section forbids; what it prefers another path to counts as a warning. */
  List<ForbiddenPath> read(Section section) {
    List<ForbiddenPath> paths = new ArrayList<>();
    for (Section forbid : section.sections("forbid", PolicyKeys.FORBID)) {
      forbidden(forbid).ifPresent(paths::add);
    }
    for (Section prefer : section.sections("prefer", PolicyKeys.PREFER)) {
      paths.addAll(preferred(prefer));
    }
    refuseDoubles(paths);
    return paths;
  }

  private Optional<ForbiddenPath> forbidden(Section forbid) {
    Optional<PolicyText> path = forbid.requiredText("path", Syntax.ACCESS);
    Optional<PolicyText> reason = forbid.requiredText("reason", Syntax.PROSE);
    Optional<PolicyText> use = forbid.requiredText("use", Syntax.PROSE);
    List<AccessException> except = exceptions(forbid);
    if (path.isEmpty() || reason.isEmpty() || use.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(path(path.get(), reason.get(), use.get(), Severity.ERROR, except));
  }

  private List<ForbiddenPath> preferred(Section prefer) {
    Optional<PolicyText> use = prefer.requiredText("use", Syntax.PROSE);
    Optional<PolicyText> reason = prefer.requiredText("reason", Syntax.PROSE);
    List<PolicyText> over = over(prefer);
    List<AccessException> except = exceptions(prefer);
    if (use.isEmpty() || reason.isEmpty()) {
      return List.of();
    }
    return over.stream()
        .map(path -> path(path, reason.get(), use.get(), Severity.WARNING, except))
        .toList();
  }

  private List<PolicyText> over(Section prefer) {
    if (prefer.require("over", "the list of paths that it replaces")
        && prefer.node("over").get() instanceof YamlNode.Sequence paths
        && paths.items().isEmpty()) {
      errors.add(
          paths.line(),
          "%s is an empty list".formatted(Section.subject(paths.line())),
          "list the paths that it replaces, each " + Syntax.ACCESS.examples());
    }
    return prefer.texts("over", Syntax.ACCESS);
  }

  private static ForbiddenPath path(
      PolicyText path,
      PolicyText reason,
      PolicyText use,
      Severity severity,
      List<AccessException> except) {
    return new ForbiddenPath(
        AccessPattern.parse(path.value()),
        reason.value().strip(),
        use.value().strip(),
        severity,
        except,
        path.line());
  }

  static List<AccessException> exceptions(Section section) {
    return section.texts("except", Syntax.TYPE_OR_PACKAGE).stream()
        .map(text -> new AccessException(AccessPattern.parse(text.value()), text.line()))
        .toList();
  }

  private void refuseDoubles(List<ForbiddenPath> paths) {
    Map<String, ForbiddenPath> seen = new HashMap<>();
    for (ForbiddenPath path : paths) {
      ForbiddenPath first = seen.putIfAbsent(path.pattern().text(), path);
      if (first != null) {
        errors.add(
            path.line(),
            "%s forbids `%s`, which %s does already"
                .formatted(
                    Section.subject(path.line()),
                    path.pattern().text(),
                    Section.subject(first.line())),
            "keep one of the two");
      }
    }
  }
}
