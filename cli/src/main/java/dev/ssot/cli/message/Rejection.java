package dev.ssot.cli.message;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be carried out until a person has mended what is listed; exit status 2. */
public final class Rejection extends RuntimeException {

  private final transient List<Diagnostic> diagnostics;

  /** Rejects for one or more reasons, shown in the order of their places. */
  public Rejection(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n")));
    this.diagnostics = diagnostics.stream().sorted().toList();
  }

  /** Rejects for one reason. */
  public Rejection(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** What has to be mended, sorted by place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
