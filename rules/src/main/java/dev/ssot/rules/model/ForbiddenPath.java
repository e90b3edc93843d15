package dev.ssot.rules.model;

import java.util.List;

/**
 * An access path that nobody may use.
 *
 * @param reason why, shown with every finding; never blank
 * @param use what to use instead, shown with every finding; never blank
 * @param severity an error for what is forbidden, a warning for what another path is preferred to
 * @param except types and packages that may use it all the same
 */
public record ForbiddenPath(
    AccessPattern pattern,
    String reason,
    String use,
    Severity severity,
    List<AccessException> except,
    PolicyLine line) {

  /** A type, package or package tree that may use a forbidden path. */
  public record AccessException(AccessPattern from, PolicyLine line) {}

  public ForbiddenPath {
    except = List.copyOf(except);
    if (reason.isBlank() || use.isBlank()) {
      throw new IllegalArgumentException(
          "The forbidden path " + pattern.text() + " needs a reason and a replacement");
    }
  }
}
