package dev.ssot.rules.catalog;

import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.Location;

/**
 * One way by which code reaches a type or member.
 *
 * @param target qualified type, or what a wildcard import names, or a module
 * @param member simple name of the member, or the empty string
 * @param onDemand whether this is an import of a whole package and not a name that it brings in
 * @param user qualified name of the type that contains it; the service for a service file
 */
record Access(
    AccessPath path,
    String target,
    String member,
    boolean onDemand,
    Location location,
    String user) {

  /** The target as a reader would write it. */
  String text() {
    if (!member.isEmpty()) {
      return target + "#" + member;
    }
    return onDemand ? target + ".*" : target;
  }
}
