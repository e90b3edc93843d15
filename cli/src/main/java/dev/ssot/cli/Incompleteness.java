package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.rules.model.Problem;
import java.util.List;

/** Says on standard error what an answer may lack, so that it is never taken for a whole one. */
record Incompleteness(List<Problem> problems) {

  Incompleteness {
    problems = List.copyOf(problems);
  }

  /** 0 if everything was read; otherwise 3, after a message for each gap. */
  int exitStatus(Streams streams) {
    List<Diagnostic> gaps =
        problems.stream()
            .filter(problem -> problem.kind().incomplete())
            .map(Incompleteness::diagnostic)
            .toList();
    if (gaps.isEmpty()) {
      return ExitStatus.FINE;
    }
    streams.out().flush();
    streams.report(gaps);
    return ExitStatus.FAILED;
  }

  private static Diagnostic diagnostic(Problem problem) {
    return Diagnostic.of(
        "%s:%s: %s: %s"
            .formatted(problem.path(), problem.line(), problem.kind().label(), problem.cause()),
        problem.remedy());
  }
}
