package dev.ssot.router.program;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Puts the commands together; a new one is its class and its line here. */
final class Commands {

  private Commands() {}

  static CommandLine create(RouterCommand root, Console console, Complaints complaints) {
    CommandLine commands = new CommandLine(root).addSubcommand(new ServeCommand(console));
    return commands
        .addSubcommand(new DemoCommand(console))
        .setOut(console.out())
        .setErr(console.err())
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
        .setParameterExceptionHandler(complaints::aboutUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> complaints.about(failure));
  }
}
