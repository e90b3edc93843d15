package dev.ssot.cli;

import java.util.Locale;

/**
 * Which standard streams are terminals.
 *
 * <p>Java cannot tell them apart, so the launcher asks the shell and passes the answer in the
 * system property {@code ssot.terminals}; without it all are terminals where {@link
 * System#console()} says so.
 *
 * @param in whether standard input is one
 * @param out whether standard output is one
 * @param err whether standard error is one
 */
public record Terminals(boolean in, boolean out, boolean err) {

  /** No terminal at all. */
  public static final Terminals NONE = new Terminals(false, false, false);

  /** Those of a run that nobody can answer. */
  public Terminals(boolean out, boolean err) {
    this(false, out, err);
  }

  @SuppressWarnings("SystemConsoleNull") // It is null on the versions that are asked.
  static Terminals ofProcess() {
    String known = System.getProperty("ssot.terminals");
    if (known == null) {
      boolean console = Runtime.version().feature() < 22 && System.console() != null;
      return new Terminals(console, console, console);
    }
    String streams = known.toLowerCase(Locale.ROOT);
    return new Terminals(streams.contains("in"), streams.contains("out"), streams.contains("err"));
  }
}
