package dev.ssot.cli;

import dev.ssot.cli.mcp.ToolServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves an agent. */
@Command(
    name = "mcp",
    description = {
      "Serve an agent by the Model Context Protocol, over standard input and output.",
      "Its tools tell what is canonical, what may be imported, what is there already, and what",
      "is wrong, in the folder here or in each PATH."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the agent closed the connection",
      "2:usage is wrong; nothing was served",
      "3:an internal error"
    },
    footerHeading = "%nExample (the command in an agent's configuration):%n",
    footer = "  ssot mcp")
final class McpCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final JudgingOptions options = new JudgingOptions();

  McpCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Judging.check(options);
    OpenProject project = new OpenProject(options, surroundings.folder(), surroundings);
    ToolServer.serve(
        surroundings.in(),
        surroundings.out(),
        new ToolServer.Setting(Version.number(), project, streams::remark));
    return ExitStatus.FINE;
  }
}
