package dev.ssot.rules.catalog;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Location;

/**
 * One way by which code reaches a type or member.
 *
 * @param target qualified type, or a package for a wildcard import
 * @param member simple name of the member, or the empty string
 * @param user qualified name of the type that contains it; the service for a service file
 */
record Access(AccessPath path, String target, String member, Location location, String user) {

  /** The target as a reader would write it. */
  String text() {
    if (!member.isEmpty()) {
      return target + "#" + member;
    }
    return path == AccessPath.WILDCARD_IMPORT ? target + ".*" : target;
  }
}
