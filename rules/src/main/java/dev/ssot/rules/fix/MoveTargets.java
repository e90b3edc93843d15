package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.rivals.Patterns;
import java.util.List;
import java.util.Optional;

/** Finds out which type the policy wants instead of one that is reached. */
final class MoveTargets {

  private final Codebase codebase;
  private final List<ForbiddenPath> forbidden;

  MoveTargets(Codebase codebase, Policy policy) {
    this.codebase = codebase;
    this.forbidden = policy.allForbidden();
  }

  /**
   * A move, or the reason why there is none.
   *
   * @param path the forbidden path that asks for it; none for an import that misses a canonical
   */
  record Answer(Optional<Move> move, Optional<ForbiddenPath> path, String reason) {

    static Answer no(String reason) {
      return new Answer(Optional.empty(), Optional.empty(), reason);
    }
  }

  /** What is to be used instead of what a finding shows. */
  Answer of(Evidence.Access evidence) {
    String target = withoutMember(evidence.target());
    if (evidence.pattern().equals(evidence.replacement())) {
      return move(target, evidence.replacement(), Optional.empty());
    }
    ForbiddenPath path =
        forbidden.stream()
            .filter(one -> one.pattern().text().equals(evidence.pattern()))
            .findFirst()
            .orElse(null);
    return path == null
        ? Answer.no("the policy does not say what to use instead")
        : of(target, path);
  }

  /** What is to be used instead of a type that a wildcard brings in; nothing if it is free. */
  Optional<Answer> ofType(String type, String user) {
    return forbidden.stream()
        .filter(path -> Patterns.covers(path.pattern(), type))
        .filter(path -> !isExcepted(path, user))
        .findFirst()
        .map(path -> of(type, path));
  }

  /** Whether a type may use what a path forbids. */
  static boolean isExcepted(ForbiddenPath path, String user) {
    return path.except().stream().anyMatch(one -> Patterns.covers(one.from(), user));
  }

  private static String withoutMember(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }

  private Answer of(String target, ForbiddenPath path) {
    AccessPattern pattern = path.pattern();
    return switch (pattern.kind()) {
      case MEMBER -> Answer.no("a member is forbidden and not its type");
      case TYPE -> move(pattern.name(), path.use(), Optional.of(path));
      case PACKAGE, TREE -> ofPackage(outermost(target), path);
    };
  }

  /** The top-level type that a name leads into, or the name itself. */
  private String outermost(String name) {
    String type = name;
    for (String at = name; at.contains("."); at = DottedNames.qualifier(at)) {
      type = codebase.hasType(at) ? at : type;
    }
    return type;
  }

  private Answer ofPackage(String type, ForbiddenPath path) {
    String use = path.use();
    if (codebase.hasType(use)) {
      return DottedNames.last(use).equals(DottedNames.last(type))
          ? move(type, use, Optional.of(path))
          : Answer.no(
              "the policy names `%s` for all of `%s`, and nothing says that it stands for `%s`"
                  .formatted(use, path.pattern().text(), type));
    }
    boolean packages = use.endsWith(".*") || use.endsWith(".**");
    if (!packages) {
      return move(type, use, Optional.of(path));
    }
    String root = use.substring(0, use.indexOf(".*"));
    String rest = type.substring(path.pattern().name().length());
    return move(type, root + rest, Optional.of(path));
  }

  private Answer move(String from, String to, Optional<ForbiddenPath> path) {
    List<TypeEntry> sources = codebase.declarations(from);
    List<TypeEntry> targets = codebase.declarations(to);
    if (targets.isEmpty()) {
      return Answer.no("`%s` is no type of the scanned code".formatted(to));
    }
    if (sources.isEmpty()) {
      return Answer.no(
          "`%s` is no type of the scanned code, so that nothing tells who would bind to `%s`"
              .formatted(from, to));
    }
    if (sources.size() > 1 || targets.size() > 1) {
      return Answer.no("`%s` is declared more than once".formatted(sources.size() > 1 ? from : to));
    }
    if (from.equals(to)) {
      return Answer.no("`%s` is what the policy wants".formatted(to));
    }
    return new Answer(Optional.of(new Move(sources.get(0), targets.get(0))), path, "");
  }
}
