package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Problem;
import java.util.List;

/**
 * What reading one file gave: facts, problems, or both.
 *
 * @param units the facts of a Java file, at most one
 * @param services the facts of a service file, at most one
 */
public record FileFacts(
    List<SourceUnit> units, List<ServiceFile> services, List<Problem> problems) {

  public FileFacts {
    units = List.copyOf(units);
    services = List.copyOf(services);
    problems = List.copyOf(problems);
  }

  /** The facts of a Java file. */
  public static FileFacts of(SourceUnit unit, List<Problem> problems) {
    return new FileFacts(List.of(unit), List.of(), problems);
  }

  /** The facts of a service file. */
  public static FileFacts of(ServiceFile service) {
    return new FileFacts(List.of(), List.of(service), List.of());
  }

  /** A file of which there are no facts. */
  public static FileFacts of(Problem problem) {
    return new FileFacts(List.of(), List.of(), List.of(problem));
  }

  /** The same with a remark. */
  public FileFacts with(Problem remark) {
    return new FileFacts(units, services, List.of(remark));
  }
}
