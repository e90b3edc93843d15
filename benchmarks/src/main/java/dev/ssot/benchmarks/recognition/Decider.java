package dev.ssot.benchmarks.recognition;

import dev.ssot.rules.codebase.Codebase.TypeEntry;

/** Says of two types whether they are rivals. */
public interface Decider {

  /** The name in tables and keys. */
  String name();

  /** Whether {@code right} is a rival of {@code left}. */
  boolean areRivals(TypeEntry left, TypeEntry right);
}
