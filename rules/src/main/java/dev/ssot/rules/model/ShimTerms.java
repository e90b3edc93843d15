package dev.ssot.rules.model;

/**
 * On what terms a shim is there, as written; each is the empty string where it is missing.
 *
 * @param owner who moves its callers and removes it
 * @param until the last day on which it may be there
 */
public record ShimTerms(String owner, String until) {

  /** Nobody has said anything. */
  public static ShimTerms none() {
    return new ShimTerms("", "");
  }
}
