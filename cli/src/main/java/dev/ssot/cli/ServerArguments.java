package dev.ssot.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Takes from the arguments of a server what means nothing where no report is printed or fails. */
final class ServerArguments {

  private static final List<String> MEANINGLESS =
      List.of("--color", "--fail-on", "--progress", "--verify-cache");

  private ServerArguments() {}

  /** A command that serves, without them. */
  static CommandLine of(Object command) {
    CommandLine line = new CommandLine(command);
    CommandSpec spec = line.getCommandSpec();
    MEANINGLESS.forEach(name -> spec.remove(spec.findOption(name)));
    return line;
  }
}
