package dev.ssot.reports;

import dev.ssot.rules.model.ScanResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Renders a scan result in one format.
 *
 * <p>A reporter is a pure function: the same result and options give the same characters, whatever
 * the clock, the locale, the time zone or the platform. It has no state and may be shared between
 * threads. {@link Reporters} lists them all.
 */
public interface Reporter {

  /** The name of the format, in lower case, such as {@code sarif}. */
  String format();

  /** Whether the report is meant to hold code, unless somebody wants it to hold none. */
  default boolean showsCode() {
    return false;
  }

  /**
   * Writes the whole report, the last line ended by {@code \n}; neither flushes nor closes.
   *
   * <p>What is written is well-formed UTF-16, so that every encoding of Unicode can hold it.
   *
   * @throws IOException if {@code out} does
   */
  void write(ScanResult result, ReportOptions options, Writer out) throws IOException;

  /**
   * Writes the whole report as UTF-8 without a byte order mark and flushes; does not close.
   *
   * @throws IOException if {@code out} does
   */
  default void write(ScanResult result, ReportOptions options, OutputStream out)
      throws IOException {
    Writer characters = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(result, options, characters);
    characters.flush();
  }
}
