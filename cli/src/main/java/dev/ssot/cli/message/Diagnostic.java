package dev.ssot.cli.message;

import java.util.Comparator;
import java.util.Locale;

/**
 * One fault that a person has to mend.
 *
 * @param file the file that holds it, or the empty string where the command line does
 * @param line starts at 1; 0 for the file as a whole
 * @param column starts at 1; 0 for the line as a whole
 * @param what the fault, naming subject and value
 * @param help the smallest next step, as an imperative; the empty string for none
 */
public record Diagnostic(String file, int line, int column, String what, String help)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::file)
          .thenComparingInt(Diagnostic::line)
          .thenComparingInt(Diagnostic::column)
          .thenComparing(Diagnostic::what);

  /** A fault that stands in no file. */
  public static Diagnostic of(String what, String help) {
    return new Diagnostic("", 0, 0, what, help);
  }

  /** A fault of a file as a whole. */
  public static Diagnostic inFile(String file, String what, String help) {
    return new Diagnostic(file, 0, 0, what, help);
  }

  /** The text for a terminal, as compilers write it; control characters are escaped. */
  public String text() {
    String text = isComplete() ? what : place() + "error: " + what;
    return visible(help.isEmpty() ? text : text + "\n  help: " + help);
  }

  /** Whether {@link #what} is a text in this form already, from a layer that knew the place. */
  private boolean isComplete() {
    return file.isEmpty() && what.contains(": error: ");
  }

  private String place() {
    StringBuilder place = new StringBuilder(file);
    if (line > 0) {
      place.append(':').append(line);
    }
    if (column > 0) {
      place.append(':').append(column);
    }
    return place.isEmpty() ? "" : place.append(": ").toString();
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || !Character.isISOControl(c)) {
        visible.append(c);
      } else {
        visible.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return visible.toString();
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
