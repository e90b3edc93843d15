package dev.ssot.rules.codebase;

/** The modifiers of a declaration that rules look at. */
public enum Modifier {
  PUBLIC,
  PROTECTED,
  PRIVATE,
  STATIC,
  ABSTRACT,
  FINAL
}
