package dev.ssot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * Puts the commands together; a new one is its class and its line here.
 *
 * <p>Of a command that is named first only that one is set up, as all of them together take as long
 * as a small scan.
 */
final class Commands {

  /** Tells of all others. */
  private static final String COMPLETION = "completion";

  private Commands() {}

  /** The commands that may be asked for by arguments. */
  static CommandLine create(
      SsotCommand root,
      Surroundings surroundings,
      Streams streams,
      Failures failures,
      String... arguments) {
    Map<String, Supplier<Object>> all = all(surroundings, streams, failures);
    String first = arguments.length == 0 ? "" : arguments[0];
    boolean one = all.containsKey(first) && !first.equals(COMPLETION);
    CommandLine commands = new CommandLine(root);
    all.forEach(
        (name, command) -> {
          if (!one || name.equals(first)) {
            commands.addSubcommand(name, command.get());
          }
        });
    boolean colour = Colour.AUTO.on(surroundings, surroundings.terminals().out());
    return commands
        .setOut(streams.out())
        .setErr(streams.err())
        .setExpandAtFiles(false)
        .setColorScheme(Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(failures::reportUsage)
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
  }

  /** By their names, in the order of the help. */
  private static Map<String, Supplier<Object>> all(
      Surroundings surroundings, Streams streams, Failures failures) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("init", () -> new InitCommand(surroundings, streams));
    all.put("check", () -> new CheckCommand(surroundings, streams));
    all.put("watch", () -> new WatchCommand(surroundings, streams, failures));
    all.put("report", () -> new ReportCommand(surroundings, streams));
    all.put("history", () -> new HistoryCommand(surroundings, streams));
    all.put("roles", () -> new RolesCommand(surroundings, streams));
    all.put("similar", () -> new SimilarCommand(surroundings, streams));
    all.put("rules", () -> new RulesCommand(streams));
    all.put("explain", () -> new ExplainCommand(surroundings, streams));
    all.put("fix", () -> new FixCommand(surroundings, streams));
    all.put("plan", () -> new PlanCommand(surroundings, streams));
    all.put("policy", () -> PolicyCommand.create(surroundings, streams));
    all.put("prove", () -> new ProveCommand(surroundings, streams));
    all.put("baseline", () -> BaselineCommand.create(surroundings, streams));
    all.put("suppressions", () -> new SuppressionsCommand(surroundings, streams));
    all.put("lsp", () -> ServerArguments.of(new LspCommand(surroundings, streams)));
    all.put("mcp", () -> ServerArguments.of(new McpCommand(surroundings, streams)));
    all.put(COMPLETION, () -> new CompletionCommand(streams));
    all.put("router", RouterCommand::new);
    return all;
  }
}
