package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.DottedNames;

/**
 * How a file names a type after a change.
 *
 * @param type qualified name
 * @param simple whether by its simple name
 * @param imported whether an import has to be added for that
 */
record Placement(String type, boolean simple, boolean imported) {

  /** The name to write. */
  String name() {
    return simple ? DottedNames.last(type) : type;
  }
}
