package dev.ssot.rules.rivals;

/** What a type is, before anybody asks whom it resembles. */
enum TypeClass {
  /** A type with behaviour of its own: the only one that can be a rival. */
  IMPLEMENTATION,
  /** It declares and does not do: an interface or an annotation. */
  DECLARATION,
  /** Mostly fields and access to them. */
  DATA_CARRIER,
  EXCEPTION,
  /** Mostly an enumeration of constants. */
  CONSTANTS,
  TEST,
  GENERATED,
  /** A helper nested in another type. */
  NESTED,
  /** Too small to say anything. */
  SMALL,
  /** Builds something else: a builder. */
  BUILDER
}
