package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of a command that reads a policy and no code. */
final class PolicyChoice {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description = "A file or folder whose policy is meant; the folder here.")
  private Path path = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy; otherwise ssot.yaml in the folder of PATH or above it.")
  private @Nullable Path named;

  /**
   * Where the policy lies.
   *
   * @throws Rejection if there is none
   */
  ScanScope scope(Surroundings surroundings) {
    ScanScope scope = ScanScope.locate(List.of(path), named, surroundings.folder());
    if (scope.policy().isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "there is no policy in `%s` or above it".formatted(scope.paths().get(0)),
              "write one by `ssot init`, or name one with --policy"));
    }
    return scope;
  }
}
