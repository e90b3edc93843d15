package dev.ssot.cli.mcp;

/** Why a tool has no answer, in words that say what to mend; the call itself was understood. */
final class ToolError extends RuntimeException {

  ToolError(String what, String help) {
    super("error: %s\n  help: %s".formatted(what, help));
  }
}
