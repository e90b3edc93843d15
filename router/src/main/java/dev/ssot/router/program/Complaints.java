package dev.ssot.router.program;

import dev.ssot.router.config.ConfigRejected;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ParameterException;

/** Says on standard error why the program does not go on, and with which exit status. */
final class Complaints {

  private final Console console;
  private final BooleanSupplier debug;

  /**
   * Writes to a console.
   *
   * @param debug whether stack traces are shown
   */
  Complaints(Console console, BooleanSupplier debug) {
    this.console = console;
    this.debug = debug;
  }

  /** Shows a wrong argument. */
  int aboutUsage(ParameterException wrong, String[] args) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String what = String.valueOf(wrong.getMessage());
    say(what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1));
    help("see `%s --help`".formatted(command));
    return ExitStatus.REJECTED;
  }

  /** Shows what ended the program. */
  int about(Throwable failure) {
    if (failure instanceof ConfigRejected rejected) {
      rejected.faults().forEach(fault -> console.err().print(fault.text() + "\n"));
      return ExitStatus.REJECTED;
    }
    if (failure instanceof Rejection rejected) {
      say(String.valueOf(rejected.getMessage()));
      help(rejected.help());
      return ExitStatus.REJECTED;
    }
    if (failure instanceof IOException taken) {
      say("an address can't be listened at: " + taken.getMessage());
      help("stop what listens there, or configure another port");
      return ExitStatus.FAILED;
    }
    return aboutTheUnexpected(failure);
  }

  private int aboutTheUnexpected(Throwable failure) {
    say("internal error: " + failure);
    if (debug.getAsBoolean()) {
      failure.printStackTrace(console.err());
    } else {
      help("run again with --debug to see where, and report it with the stack trace");
    }
    return ExitStatus.FAILED;
  }

  private void say(String what) {
    console.err().print("error: " + what + "\n");
    console.err().flush();
  }

  private void help(String how) {
    console.err().print("  help: " + how + "\n");
    console.err().flush();
  }
}
