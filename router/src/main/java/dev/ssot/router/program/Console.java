package dev.ssot.router.program;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where the program writes, in UTF-8 whatever the locale.
 *
 * @param out what was asked for
 * @param err what went wrong, and the log
 */
public record Console(PrintWriter out, PrintWriter err) {

  /** That of this process. */
  static Console ofProcess() {
    return of(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
  }

  /** One that writes to streams. */
  static Console of(OutputStream out, OutputStream err) {
    return new Console(writer(out), writer(err));
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
