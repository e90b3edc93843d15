package dev.ssot.rules.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * The tool could not do its whole job on some input.
 *
 * @param path the file or folder, relative to the base of the scan
 * @param line the line that stopped the reader, or 0 for the file as a whole
 * @param cause what was wrong, naming the value
 * @param remedy what to do about it
 */
public record Problem(Kind kind, String path, int line, String cause, String remedy)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::path)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::kind)
          .thenComparing(Problem::cause);

  /** What became of the input. */
  public enum Kind {
    /** Nothing of it was read: no permission, too large, binary, an input error. */
    UNREADABLE(true),
    /** It was read and not understood: nothing of it is in the facts. */
    NOT_UNDERSTOOD(true),
    /** A part of it is in the facts. */
    PARTLY_UNDERSTOOD(true),
    /** It does not agree with what it was made from: nothing of it is in the facts. */
    OUTDATED(true),
    /** It was scanned in full; a reader should know something about how. */
    REMARK(false);

    private final boolean incomplete;

    Kind(boolean incomplete) {
      this.incomplete = incomplete;
    }

    /** Whether a scan with such a problem is incomplete. */
    public boolean incomplete() {
      return incomplete;
    }

    /** The name as it is written in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Problem {
    if (line < 0) {
      throw new IllegalArgumentException("Not a line: " + line);
    }
  }

  /** The path, followed by a colon and the line where there is one. */
  public String pathAndLine() {
    return line == 0 ? path : path + ":" + line;
  }

  /** Where it is and what it is, in a line. */
  public String placeAndCause() {
    return pathAndLine() + ": " + cause;
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
