package dev.ssot.router.protocol;

/** What UTF-8, and so JSON between systems (RFC 8259 section 8), can say. */
public final class Unicode {

  private Unicode() {}

  /** Whether every surrogate of the text is half of a pair; half a pair has no place in UTF-8. */
  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))
          && !Character.isSupplementaryCodePoint(text.codePointAt(i++))) {
        return false;
      }
    }
    return true;
  }
}
