package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.rivals.Patterns;

/** One forbidden path of the policy, held against accesses. */
record Prohibition(ForbiddenPath path) {

  /** Whether an access is what the path forbids. */
  boolean forbids(Access access, Codebase codebase) {
    return reaches(access, codebase) && !isExempt(access.user());
  }

  /** Whether it may be about a type or one of its members. */
  boolean mayCover(String type) {
    AccessPattern pattern = path.pattern();
    return pattern.kind() == AccessPattern.Kind.MEMBER
        ? type.equals(pattern.name())
        : Patterns.covers(pattern, type);
  }

  private boolean reaches(Access access, Codebase codebase) {
    AccessPattern pattern = path.pattern();
    if (pattern.kind() == AccessPattern.Kind.MEMBER) {
      return access.target().equals(pattern.name()) && access.member().equals(pattern.member());
    }
    if (access.path() == AccessPath.WILDCARD_IMPORT && codebase.hasPackage(access.target())) {
      return coversPackage(pattern, access.target());
    }
    if (access.path() == AccessPath.MODULE_IMPORT || access.path() == AccessPath.WILDCARD_IMPORT) {
      return coversPackage(pattern, access.target()) || Patterns.covers(pattern, access.target());
    }
    boolean memberOfType = access.path() == AccessPath.QUALIFIED_NAME && !access.member().isEmpty();
    boolean nestedType =
        access.path() == AccessPath.STATIC_IMPORT
            && Patterns.covers(pattern, access.target() + "." + access.member());
    return nestedType || (!memberOfType && Patterns.covers(pattern, access.target()));
  }

  private static boolean coversPackage(AccessPattern pattern, String packageName) {
    return switch (pattern.kind()) {
      case PACKAGE -> packageName.equals(pattern.name());
      case TREE -> DottedNames.isIn(packageName, pattern.name());
      case TYPE, MEMBER -> false;
    };
  }

  /** What a path covers may use itself, and what the policy excepts may use it. */
  private boolean isExempt(String user) {
    AccessPattern pattern = path.pattern();
    boolean inside =
        pattern.kind() == AccessPattern.Kind.MEMBER
            ? user.equals(pattern.name())
            : Patterns.covers(pattern, user);
    return inside
        || path.except().stream().anyMatch(exception -> Patterns.covers(exception.from(), user));
  }
}
