package dev.ssot.rules.model;

/**
 * The commit that changed a file last, as git tells it.
 *
 * @param commit unknown where {@code unknown} says why
 * @param unknown why git cannot tell, or the empty string
 */
public record LastChange(CommitRef commit, String unknown) {

  /** A commit that git names. */
  public static LastChange in(CommitRef commit) {
    return new LastChange(commit, "");
  }

  /** Git cannot tell. */
  public static LastChange unknown(String why) {
    return new LastChange(CommitRef.unknown(""), why);
  }

  /** Whether git tells it. */
  public boolean isKnown() {
    return unknown.isEmpty();
  }
}
