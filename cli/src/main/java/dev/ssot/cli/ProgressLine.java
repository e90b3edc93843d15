package dev.ssot.cli;

import dev.ssot.rules.scan.ScanListener;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on standard error that says how far a long scan has come.
 *
 * <p>It appears after a second, changes at most ten times a second and is gone at the end.
 */
final class ProgressLine implements ScanListener, AutoCloseable {

  private static final long FIRST_AFTER_NANOS = 1_000_000_000;
  private static final long AGAIN_AFTER_NANOS = 100_000_000;
  private static final String ERASE = "\r\u001b[K";

  private final boolean wanted;
  private final PrintWriter err;
  private final LongSupplier nanos;
  private long due;
  private boolean shown;
  private String scan = "";

  private ProgressLine(boolean wanted, PrintWriter err, LongSupplier nanos) {
    this.wanted = wanted;
    this.err = err;
    this.nanos = nanos;
    this.due = nanos.getAsLong() + FIRST_AFTER_NANOS;
  }

  /**
   * A line for a scan that begins now.
   *
   * @param choice whether it was asked for; null leaves it to the terminal
   */
  static ProgressLine of(@Nullable Boolean choice, Surroundings surroundings, Streams streams) {
    boolean able = surroundings.terminals().err() && !surroundings.variable("TERM").equals("dumb");
    return new ProgressLine(choice == null ? able : choice, streams.err(), surroundings.nanos());
  }

  @Override
  public void scanBegins(int number, int scans) {
    scan = String.format(Locale.ROOT, "commit %,d of %,d: ", number, scans);
  }

  @Override
  public void filesRead(int done, int total) {
    if (!wanted || nanos.getAsLong() - due < 0) {
      return;
    }
    due = nanos.getAsLong() + AGAIN_AFTER_NANOS;
    shown = true;
    err.format(Locale.ROOT, "%s%s%,d of %,d files read", ERASE, scan, done, total);
    err.flush();
  }

  @Override
  public void close() {
    if (shown) {
      err.print(ERASE);
      err.flush();
    }
  }
}
