package dev.ssot.rules.model;

import java.util.Locale;

/** A way to reach a type from source code. */
public enum AccessPath {
  IMPORT,
  STATIC_IMPORT,
  WILDCARD_IMPORT,
  STATIC_WILDCARD_IMPORT,
  MODULE_IMPORT,
  SAME_PACKAGE,
  QUALIFIED_NAME,
  REFLECTION_STRING,
  SERVICE_FILE,
  JAVADOC_LINK;

  /** The words for a person, such as {@code static import}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The name as it is written in machine-readable reports, such as {@code static-import}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
