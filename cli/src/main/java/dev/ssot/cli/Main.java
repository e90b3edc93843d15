package dev.ssot.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The program: a function of arguments and surroundings, and a thin {@code main} around it. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the process with its exit status. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    // No option is of these; to load them is a tenth of the time that a small scan takes to start.
    System.setProperty("picocli.converters.excludes", "java[.](sql|time)[.].*");
    // Rules of the user run in this process; what they print must not get into a report or
    // protocol.
    System.setOut(System.err);
    System.exit(run(args, Surroundings.ofProcess()));
  }

  /**
   * Runs the program.
   *
   * @return 0, 1, 2 or 3, as {@code --help} explains them
   */
  public static int run(String[] args, Surroundings surroundings) {
    Streams streams = new Streams(surroundings);
    if (args.length == 1 && args[0].equals("--version")) {
      // Answered without the parser of arguments, which takes longer to load than all the rest.
      streams.out().print(Version.line() + "\n");
      return finish(ExitStatus.FINE, streams, new Failures(streams, () -> false));
    }
    SsotCommand root = new SsotCommand();
    boolean debugVariable = !surroundings.variable("SSOT_DEBUG").isEmpty();
    Failures failures = new Failures(streams, () -> debugVariable || root.debug());
    int status;
    try {
      CommandLine commands = Commands.create(root, surroundings, streams, failures, args);
      status = commands.execute(args);
    } catch (RuntimeException | Error e) {
      status = failures.report(e);
    }
    return finish(status, streams, failures);
  }

  private static int finish(int status, Streams streams, Failures failures) {
    Optional<IOException> lost = streams.drain();
    return lost.isPresent() ? failures.reportLostOutput(lost.get()) : status;
  }
}
