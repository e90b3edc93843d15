package dev.ssot.router.run;

import dev.ssot.router.protocol.Payload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an agent thinks at the moment.
 *
 * @param reasoning the thought
 * @param step name of the step it is in, or the empty string
 * @param progress how much of the run is done, 0 to 1; negative if unknown
 */
public record Thinking(String reasoning, String step, double progress) {

  private static final double UNKNOWN = -1;

  public Thinking {
    if (Double.isNaN(progress) || progress > 1) {
      throw new IllegalArgumentException(
          "progress is %s; give 0 to 1, or a negative number for unknown".formatted(progress));
    }
  }

  /** A thought without step and progress. */
  public static Thinking of(String reasoning) {
    return new Thinking(reasoning, "", UNKNOWN);
  }

  /** How much of the run is done, if that is known. */
  public OptionalDouble knownProgress() {
    return progress < 0 ? OptionalDouble.empty() : OptionalDouble.of(progress);
  }

  Payload payload() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("reasoning", reasoning);
    if (!step.isEmpty()) {
      fields.put("step", step);
    }
    knownProgress().ifPresent(known -> fields.put("progress", known));
    return Payload.of(fields);
  }
}
