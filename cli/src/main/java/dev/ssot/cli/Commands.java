package dev.ssot.cli;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Puts the commands together; a new one is its class and its line here. */
final class Commands {

  private Commands() {}

  static CommandLine create(
      SsotCommand root, Surroundings surroundings, Streams streams, Failures failures) {
    CommandLine commands =
        new CommandLine(root)
            .addSubcommand(new InitCommand(surroundings, streams))
            .addSubcommand(new CheckCommand(surroundings, streams))
            .addSubcommand(new WatchCommand(surroundings, streams, failures))
            .addSubcommand(new ReportCommand(surroundings, streams))
            .addSubcommand(new HistoryCommand(surroundings, streams))
            .addSubcommand(new RolesCommand(surroundings, streams))
            .addSubcommand(new SimilarCommand(surroundings, streams))
            .addSubcommand(new RulesCommand(streams))
            .addSubcommand(new ExplainCommand(surroundings, streams))
            .addSubcommand(new FixCommand(surroundings, streams))
            .addSubcommand(new PlanCommand(surroundings, streams))
            .addSubcommand(PolicyCommand.create(surroundings, streams))
            .addSubcommand(new ProveCommand(surroundings, streams))
            .addSubcommand(BaselineCommand.create(surroundings, streams))
            .addSubcommand(new SuppressionsCommand(surroundings, streams))
            .addSubcommand(ServerArguments.of(new LspCommand(surroundings, streams)))
            .addSubcommand(ServerArguments.of(new McpCommand(surroundings, streams)))
            .addSubcommand(new CompletionCommand(streams))
            .addSubcommand(new RouterCommand());
    boolean colour = Colour.AUTO.on(surroundings, surroundings.terminals().out());
    return commands
        .setOut(streams.out())
        .setErr(streams.err())
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(failures::reportUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
  }
}
