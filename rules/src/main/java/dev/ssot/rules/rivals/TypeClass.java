package dev.ssot.rules.rivals;

/** What a type is, before anybody asks whom it resembles. */
enum TypeClass {
  /** A type with behaviour of its own. */
  IMPLEMENTATION("it has behaviour of its own"),
  /** It declares and does not do: an interface or an annotation. */
  DECLARATION("it declares and does not do"),
  DATA_CARRIER("it is mostly fields and access to them"),
  EXCEPTION("it is an exception"),
  CONSTANTS("it is mostly an enumeration of constants"),
  TEST("it is test code"),
  GENERATED("a tool wrote it"),
  /** A helper nested in another type. */
  NESTED("it is a helper nested in another type"),
  /** So small that its likeness to another type may be chance. */
  SMALL("it is small"),
  TINY("it is too small to say anything"),
  BUILDER("it builds something else");

  private final String reason;

  TypeClass(String reason) {
    this.reason = reason;
  }

  /**
   * Whether a type of this class can do the job of a canonical; what stands alone does so more
   * often than helpers, builders and the very small.
   */
  boolean works() {
    return this == IMPLEMENTATION || this == NESTED || this == SMALL || this == BUILDER;
  }

  /** Why a type of this class is taken for a rival or not, a clause. */
  String reason() {
    return reason;
  }
}
