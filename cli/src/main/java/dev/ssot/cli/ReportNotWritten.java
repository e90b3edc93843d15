package dev.ssot.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A report that did not reach its file; exit status 3. */
final class ReportNotWritten extends RuntimeException {

  ReportNotWritten(Path file, IOException cause) {
    super("%s cannot be written: %s".formatted(file, cause), cause);
  }
}
