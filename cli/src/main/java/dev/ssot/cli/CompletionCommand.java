package dev.ssot.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the completion script. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = "  source <(ssot completion)")
final class CompletionCommand implements Runnable {

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    streams
        .out()
        .print(AutoComplete.bash("ssot", Objects.requireNonNull(spec).root().commandLine()));
  }
}
