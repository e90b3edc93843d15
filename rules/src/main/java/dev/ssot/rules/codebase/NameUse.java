package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;

/**
 * The first use of a name in a top-level type, apart from imports.
 *
 * @param name as written: simple, qualified, or the text of a string
 * @param inType qualified name of the top-level type that contains the use
 */
public record NameUse(Kind kind, String name, Region region, String inType) {

  /** How a name is used. */
  public enum Kind {
    /** A simple type name in code; it may be followed by the name of a nested type. */
    SIMPLE,
    /** A name with a package in code. */
    QUALIFIED,
    /** A string that a reflective look-up may read. */
    REFLECTION,
    /** A link or reference in a documentation comment. */
    JAVADOC,
    /** An implementation named by {@code provides … with} in a module declaration. */
    SERVICE
  }
}
