package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Standard output and standard error of a run, as UTF-8 whatever the locale. */
final class Streams {

  private static final int MOST_DIAGNOSTICS = 50;

  private final Outlet outlet;
  private final OutputStream bytes;
  private final PrintWriter out;
  private final PrintWriter err;

  Streams(Surroundings surroundings) {
    outlet = new Outlet(surroundings.out());
    bytes = new BufferedOutputStream(outlet, 1 << 16);
    out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    err =
        new PrintWriter(
            new OutputStreamWriter(new Outlet(surroundings.err()), StandardCharsets.UTF_8), true);
  }

  /** Standard output for characters. */
  PrintWriter out() {
    return out;
  }

  /** Standard error for characters. */
  PrintWriter err() {
    return err;
  }

  /** Standard output for bytes; what was written to {@link #out()} comes first. */
  OutputStream bytes() {
    out.flush();
    return bytes;
  }

  /** Shows faults on standard error. */
  void report(List<Diagnostic> diagnostics) {
    diagnostics.stream().limit(MOST_DIAGNOSTICS).map(Diagnostic::text).forEach(this::errLine);
    if (diagnostics.size() > MOST_DIAGNOSTICS) {
      errLine("error: and " + (diagnostics.size() - MOST_DIAGNOSTICS) + " more errors");
    }
  }

  /** Says something on standard error that is no fault. */
  void remark(String text) {
    errLine("note: " + text);
  }

  private void errLine(String line) {
    err.print(line + "\n");
    err.flush();
  }

  /** Whether nobody reads standard output any more. */
  boolean isUnread() {
    return outlet.isClosedByReader();
  }

  /** Writes out what is buffered; answers what kept it from its reader, if something did. */
  Optional<IOException> drain() {
    out.flush();
    try {
      bytes.flush();
    } catch (IOException e) {
      return Optional.of(e);
    }
    return outlet.failure();
  }
}
