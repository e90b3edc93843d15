package dev.ssot.rules.codebase;

/** What a source file is for, by the folder it lies in or by its own markers. */
public enum SourceKind {
  PRODUCTION,
  TEST,
  GENERATED
}
