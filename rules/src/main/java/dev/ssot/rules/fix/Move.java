package dev.ssot.rules.fix;

import dev.ssot.rules.codebase.Codebase.TypeEntry;

/** A type and the one that is to be used instead of it. */
record Move(TypeEntry from, TypeEntry to) {

  String source() {
    return from.name();
  }

  String target() {
    return to.name();
  }
}
