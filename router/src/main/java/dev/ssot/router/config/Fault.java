package dev.ssot.router.config;

/**
 * Something in a configuration that a person has to mend.
 *
 * @param line starts at 1; 0 for the file as a whole
 * @param what the key and what is wrong; no value that could be a secret
 * @param help the smallest next step
 */
public record Fault(String file, int line, int column, String what, String help) {

  /** The text for a terminal, as compilers write it; control characters are replaced. */
  public String text() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    return visible(place + ": error: " + what) + "\n  help: " + visible(help);
  }

  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
