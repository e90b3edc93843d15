package dev.ssot.rules.rivals;

/** What is looked at in a type when it is held against another. */
enum Trait {
  /** Stems of the words of its identifiers, each once. */
  WORDS,
  /** The same, each repeated whenever the number of its uses doubles. */
  WORD_USES,
  /** Stems of the words of its comments, repeated likewise. */
  COMMENTS,
  /** Names of the methods and constructors that it calls, repeated likewise. */
  CALLS,
  /** Names of its methods, accessors and methods of habit left out. */
  MEMBERS,
  /** Stems of the words of its methods' names, repeated likewise. */
  MEMBER_WORDS,
  /** Its methods with the erased types of parameters and result. */
  SIGNATURES,
  /**
   * Its methods and constructors by the erased types of parameters and result, repeated likewise.
   */
  SHAPES,
  /** Erased types of its fields and of its methods' parameters and results, repeated likewise. */
  TYPES,
  /** String literals, and names of constants. */
  LITERALS,
  /** Fields by name and kind of type. */
  STATE,
  /** Types of the codebase that it uses. */
  CONTEXT,
  /** Words of its simple name. */
  NAME,
  /** Fingerprints of its bodies, names of the project's making counting alike. */
  BODIES
}
