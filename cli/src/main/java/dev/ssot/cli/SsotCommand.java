package dev.ssot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a command. */
@Command(
    name = "ssot",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Finds rival implementations of a role and forbidden access paths in Java code.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit status (the same for every format):%n",
    exitCodeList = {
      "0:nothing open at or above the threshold, and the gate holds",
      "1:open findings, or the gate is missed",
      "2:usage or policy is wrong; nothing was judged",
      "3:the scan is incomplete, or an internal error"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ssot check                    this folder, by its ssot.yaml if it has one",
      "  ssot check --format sarif --output ssot.sarif --format console",
      "  ssot explain duplicate-implementation"
    })
final class SsotCommand {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an internal error.")
  private boolean debug;

  /** Whether stack traces are wanted; known once the arguments have been parsed. */
  boolean debug() {
    return debug;
  }
}
