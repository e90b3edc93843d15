package dev.ssot.cli;

import dev.ssot.cli.lsp.LanguageServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves an editor. */
@Command(
    name = "lsp",
    description = {
      "Serve an editor by the Language Server Protocol, over standard input and output.",
      "What is judged are the folders that the editor opens, or each PATH in them;",
      "where it opens none, the folder here."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the editor shut the server down",
      "1:the editor went without shutting it down",
      "2:usage is wrong; nothing was served",
      "3:an internal error"
    },
    footerHeading = "%nExample (the command in an editor's configuration):%n",
    footer = "  ssot lsp")
final class LspCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Streams streams;

  @Mixin private final JudgingOptions options = new JudgingOptions();

  LspCommand(Surroundings surroundings, Streams streams) {
    this.surroundings = surroundings;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Judging.check(options);
    LanguageServer.Setting setting =
        new LanguageServer.Setting(
            Version.number(),
            surroundings.folder(),
            folder -> new OpenProject(options, folder, surroundings),
            streams::remark);
    boolean shut = LanguageServer.serve(surroundings.in(), surroundings.out(), setting);
    return shut ? ExitStatus.FINE : ExitStatus.DIFFERENT;
  }
}
