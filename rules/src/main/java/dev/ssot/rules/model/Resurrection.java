package dev.ssot.rules.model;

/**
 * That a type was deleted once and has come back.
 *
 * @param deletedIn the commit that deleted it
 * @param path the file that was deleted, relative to the base of the scan
 * @param sign how it is known to be the same
 */
public record Resurrection(CommitRef deletedIn, String path, Sign sign) {

  /** How a type is known to be one that was there before. */
  public enum Sign {
    /** There is nothing to be known. */
    NONE("none", ""),
    /** It has the qualified name. */
    NAME("name", "under the same name"),
    /** Its bodies are those of the earlier one, under another name. */
    BODIES("bodies", "with the same bodies under another name");

    private final String label;
    private final String words;

    Sign(String label, String words) {
      this.label = label;
      this.words = words;
    }

    /** The name as it is written in machine-readable reports. */
    public String label() {
      return label;
    }

    /** The words for a person. */
    public String words() {
      return words;
    }
  }

  /** Nothing is known to have come back. */
  public static Resurrection none() {
    return new Resurrection(CommitRef.unknown(""), "", Sign.NONE);
  }

  /** Whether something has come back. */
  public boolean isThere() {
    return sign != Sign.NONE;
  }
}
