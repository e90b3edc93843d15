package dev.ssot.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongSupplier;

/** Runs the program in this process, as a user would in a folder. */
record Program(Path folder, Map<String, String> environment, Terminals terminals, LocalDate today) {

  /** The day of every run that names no other. */
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  /** What a run left behind. */
  record Run(int status, String out, String err) {}

  static Program in(Path folder) {
    return new Program(folder, Map.of(), Terminals.NONE, TODAY);
  }

  Program with(String variable, String value) {
    return new Program(folder, Map.of(variable, value), terminals, today);
  }

  Program onTerminals(boolean out, boolean err) {
    return new Program(folder, environment, new Terminals(out, err), today);
  }

  Program on(String date) {
    return new Program(folder, environment, terminals, LocalDate.parse(date));
  }

  Run run(String... args) {
    return run(System::nanoTime, args);
  }

  /** Runs at a terminal where somebody types these lines and then closes it. */
  Run answering(String lines, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings terminal =
        new Surroundings(
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            folder,
            Map.of("NO_COLOR", "1"),
            new Terminals(true, true, true),
            () -> 0,
            today);
    int status = Main.run(args, terminal);
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Run run(LongSupplier nanos, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(args, surroundings(out, err, nanos));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Surroundings surroundings(OutputStream out, OutputStream err, LongSupplier nanos) {
    return new Surroundings(out, err, folder, environment, terminals, nanos, today);
  }
}
