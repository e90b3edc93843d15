package dev.ssot.rules.codebase;

/** The kinds of type declaration in Java. */
public enum TypeKind {
  CLASS,
  INTERFACE,
  ENUM,
  RECORD,
  ANNOTATION
}
