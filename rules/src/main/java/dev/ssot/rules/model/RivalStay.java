package dev.ssot.rules.model;

import java.util.Locale;

/**
 * A time during which a type was a rival.
 *
 * @param first where it is seen first
 * @param last where it is seen last
 * @param before the point before the first one at which its role was judged without it, so that it
 *     appeared between the two; the empty string where there is none
 * @param end what became of it
 */
public record RivalStay(Sighting first, Sighting last, String before, Ending end) {

  /**
   * A rival at one commit.
   *
   * @param commit of the point
   * @param path of its file there
   * @param name its qualified name there
   * @param touched the last change of the file up to there
   */
  public record Sighting(CommitRef commit, String path, String name, LastChange touched) {}

  /**
   * The end of a stay.
   *
   * @param commit the first point without it; unknown while it lasts
   * @param change the last change of its file up to there
   */
  public record Ending(Kind kind, CommitRef commit, LastChange change) {

    /** It is there at the last point. */
    public static Ending none() {
      return new Ending(Kind.NONE, CommitRef.unknown(""), LastChange.unknown("it is still there"));
    }
  }

  /** How a stay ended. */
  public enum Kind {
    /** It is there at the last point that was judged. */
    NONE("still there"),
    /** There is no type of that name any more, and none that has its bodies is a rival. */
    DELETED("deleted"),
    /** The type is there, and is a rival no more. */
    NO_RIVAL("no rival any more");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The words for a person. */
    public String words() {
      return words;
    }

    /** The name as it is written in machine-readable reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
