package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.NearestName;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.scan.ScanRefusal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a run early into a message and an exit status. */
final class Failures {

  private final Streams streams;
  private final BooleanSupplier debug;

  /**
   * @param debug whether stack traces are shown
   */
  Failures(Streams streams, BooleanSupplier debug) {
    this.streams = streams;
    this.debug = debug;
  }

  /** Shows a failure; the answer is the exit status. */
  int report(Throwable failure) {
    if (failure instanceof Rejection rejection) {
      streams.report(rejection.diagnostics());
      return ExitStatus.REJECTED;
    }
    if (failure instanceof ScanRefusal refusal) {
      streams.report(List.of(Diagnostic.of(String.valueOf(refusal.getMessage()), "")));
      return ExitStatus.REJECTED;
    }
    if (failure instanceof CacheDiffers) {
      streams.report(
          List.of(
              Diagnostic.of(
                  String.valueOf(failure.getMessage()),
                  "scan with --no-cache, and report it as a defect; the cache is written anew")));
      return ExitStatus.FAILED;
    }
    streams.report(List.of(internal(failure)));
    if (debug.getAsBoolean()) {
      failure.printStackTrace(streams.err());
    }
    return ExitStatus.FAILED;
  }

  private Diagnostic internal(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      long limit = Runtime.getRuntime().maxMemory() >> 20;
      return Diagnostic.of(
          "out of memory at the limit of %d MiB".formatted(limit),
          "give more with SSOT_JAVA_OPTS=-Xmx%dm, or scan fewer paths".formatted(2 * limit));
    }
    if (failure instanceof StackOverflowError) {
      return Diagnostic.of(
          "the input is nested too deeply for the stack",
          "give more with SSOT_JAVA_OPTS=-Xss16m; --debug shows where it happened");
    }
    return Diagnostic.of(
        "internal error: " + failure,
        debug.getAsBoolean()
            ? ""
            : "run again with --debug to see where, and report it with the stack trace");
  }

  /** Shows that standard output did not take everything. */
  int reportLostOutput(IOException failure) {
    streams.report(
        List.of(
            Diagnostic.of(
                "standard output cannot be written: " + failure.getMessage(),
                "the report is incomplete; free the target and run again")));
    return ExitStatus.FAILED;
  }

  /** Shows a wrong argument. */
  int reportUsage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String help = "see `%s --help`".formatted(command.getCommandSpec().qualifiedName());
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String given = unmatched.getUnmatched().get(0);
      help =
          NearestName.of(given, names(command.getCommandSpec(), given.startsWith("-")))
              .map("did you mean `%s`?"::formatted)
              .orElse(help);
      streams.report(List.of(Diagnostic.of("unknown argument `%s`".formatted(given), help)));
    } else {
      streams.report(
          List.of(Diagnostic.of(lowerFirst(String.valueOf(failure.getMessage())), help)));
    }
    return ExitStatus.REJECTED;
  }

  private static List<String> names(CommandSpec spec, boolean options) {
    Stream<String> names =
        options ? spec.optionsMap().keySet().stream() : spec.subcommands().keySet().stream();
    return names.toList();
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
