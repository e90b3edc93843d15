package dev.ssot.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Everything around a run that is not an argument, so that a run is a function of its inputs.
 *
 * @param in standard input
 * @param out standard output, unbuffered
 * @param err standard error, unbuffered
 * @param folder the working directory, absolute
 * @param environment variables by name
 * @param terminals which of the three streams are terminals
 * @param nanos a clock for progress, as {@link System#nanoTime()}
 * @param today the day, for what has an end date; that of UTC, so that it is the same on every
 *     machine
 */
public record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Path folder,
    Map<String, String> environment,
    Terminals terminals,
    LongSupplier nanos,
    LocalDate today) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** Those of a run to which nobody says anything. */
  public Surroundings(
      OutputStream out,
      OutputStream err,
      Path folder,
      Map<String, String> environment,
      Terminals terminals,
      LongSupplier nanos,
      LocalDate today) {
    this(InputStream.nullInputStream(), out, err, folder, environment, terminals, nanos, today);
  }

  /** Those of this process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Path.of("").toAbsolutePath(),
        System.getenv(),
        Terminals.ofProcess(),
        System::nanoTime,
        LocalDate.now(ZoneOffset.UTC));
  }

  /**
   * Those of a run inside another program, which takes what it says and knows its own folder.
   *
   * @param folder absolute
   */
  public static Surroundings inside(Path folder, OutputStream out, OutputStream err) {
    return new Surroundings(
        out,
        err,
        folder,
        System.getenv(),
        Terminals.NONE,
        System::nanoTime,
        LocalDate.now(ZoneOffset.UTC));
  }

  /** A variable's value, the empty string where it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
