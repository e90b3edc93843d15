package dev.ssot.rules.model;

import java.util.Locale;

/** A way to reach a type. */
public enum AccessPath {
  IMPORT("import"),
  STATIC_IMPORT("static import"),
  WILDCARD_IMPORT("wildcard import"),
  STATIC_WILDCARD_IMPORT("static wildcard import"),
  MODULE_IMPORT("module import"),
  SAME_PACKAGE("use from the same package"),
  QUALIFIED_NAME("qualified use"),
  REFLECTION_STRING("string for a reflective look-up"),
  SERVICE_FILE("service entry"),
  JAVADOC_LINK("documentation link"),
  /** The source names nothing: an inferred type, an inherited member, the result of a call. */
  CLASS_FILE("use in the class file");

  private final String words;

  AccessPath(String words) {
    this.words = words;
  }

  /** The words for a person, such as {@code static import}. */
  public String words() {
    return words;
  }

  /** The name as it is written in machine-readable reports, such as {@code static-import}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
