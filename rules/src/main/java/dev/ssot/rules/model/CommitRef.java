package dev.ssot.rules.model;

/**
 * A commit of a repository.
 *
 * @param id the full id
 * @param author the name of its author; anybody can write anything there
 * @param time when it was committed, in UTC, such as {@code 2026-05-31T12:00:00Z}
 * @param subject the first line of its message
 */
public record CommitRef(String id, String author, String time, String subject) {

  private static final int SHORT = 12;
  private static final int DAY = 10;

  /** A commit of which nothing but its id is known. */
  public static CommitRef unknown(String id) {
    return new CommitRef(id, "", "", "");
  }

  /** The beginning of the id, enough for a person and for git. */
  public String shortId() {
    return id.length() > SHORT ? id.substring(0, SHORT) : id;
  }

  /** The day of UTC on which it was committed; the empty string where that is not known. */
  public String day() {
    return time.length() > DAY ? time.substring(0, DAY) : time;
  }
}
