package dev.ssot.rules.model;

/**
 * A member of the canonical and its counterpart in the rival.
 *
 * @param similarity how alike the bodies are, 0 to 100; 100 is the same but for names
 */
public record MemberMatch(MemberRef canonical, MemberRef rival, int similarity) {

  public MemberMatch {
    if (similarity < 0 || similarity > 100) {
      throw new IllegalArgumentException("Not a percentage from 0 to 100: " + similarity);
    }
  }
}
