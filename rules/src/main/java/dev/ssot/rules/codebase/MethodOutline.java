package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.Arrays;
import java.util.List;

/**
 * What a body does, one step for each statement that matters, in the order of the text.
 *
 * @param unread names of parameters that nothing reads but what logs, sleeps, counts and checks
 * @param remarks the comments above and in the method
 */
public record MethodOutline(
    MethodFact method, List<Step> steps, List<String> unread, List<Remark> remarks) {

  public MethodOutline {
    steps = List.copyOf(steps);
    unread = List.copyOf(unread);
    remarks = List.copyOf(remarks);
  }

  /** What a statement does. */
  public enum Kind {
    LOG,
    SLEEP,
    COUNT,
    /** It checks an argument. */
    CHECK,
    /** It prepares something from what is at hand. */
    PREPARE,
    /** It keeps an argument in a field. */
    RECORD,
    /** It returns a constant that says that all went well. */
    SUCCESS,
    /** It returns another constant, or throws. */
    END,
    /** It catches what went wrong in the work before it, and success is returned all the same. */
    SWALLOW,
    /** Anything else. */
    WORK
  }

  /**
   * One step.
   *
   * @param words what it does, such as {@code returns true}
   */
  public record Step(Kind kind, String words, Region region) {}

  /** A comment, without its marks. */
  public record Remark(String text, Region region) {}

  /** Whether some step is of one of these kinds. */
  public boolean has(Kind... kinds) {
    return steps.stream().anyMatch(step -> Arrays.asList(kinds).contains(step.kind()));
  }
}
