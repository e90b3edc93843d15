package dev.ssot.rules.codebase.tokens;

/** A file holds something that this reader does not know for certain; a parser has to read it. */
final class Unsure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unsure(String what) {
    super(what, null, false, false);
  }
}
