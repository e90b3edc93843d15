package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.Problem;
import java.util.List;

/**
 * What reading one file gave: facts, problems, or both.
 *
 * @param units the facts of a Java file, at most one
 * @param services the facts of a service file, at most one
 */
record FileFacts(List<SourceUnit> units, List<ServiceFile> services, List<Problem> problems) {

  FileFacts {
    units = List.copyOf(units);
    services = List.copyOf(services);
    problems = List.copyOf(problems);
  }

  static FileFacts of(SourceUnit unit, List<Problem> problems) {
    return new FileFacts(List.of(unit), List.of(), problems);
  }

  static FileFacts of(ServiceFile service) {
    return new FileFacts(List.of(), List.of(service), List.of());
  }

  static FileFacts of(Problem problem) {
    return new FileFacts(List.of(), List.of(), List.of(problem));
  }

  FileFacts with(Problem remark) {
    return new FileFacts(units, services, List.of(remark));
  }
}
