package dev.ssot.maven;

import dev.ssot.cli.Main;
import dev.ssot.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A run of the program in this process.
 *
 * @param status as {@code ssot --help} explains it
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int status, String out, String err) {

  static final int CLEAN = 0;
  static final int VIOLATIONS = 1;
  static final int REJECTED = 2;

  /** Runs it. */
  static Run of(Path folder, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(arguments.toArray(String[]::new), Surroundings.inside(folder, out, err));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What it said last on standard output. */
  String lastLine() {
    return out.lines().reduce((one, next) -> next).orElse("");
  }

  /** The outcome of a scan in words, as the last line of its report has it. */
  String outcome() {
    return lastLine().replaceAll("^outcome: | \\(exit status \\d\\)$", "");
  }
}
