package dev.ssot.router.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * A place in a user's stream.
 *
 * @param epoch the life of the stream that {@code seq} counts in; positions of different epochs
 *     can't be compared
 * @param seq number of the last event before the place, from 1; 0 is the place before the first
 */
public record StreamPosition(String epoch, long seq) {

  public StreamPosition {
    if (seq < 0) {
      throw new IllegalArgumentException("seq is %d; give 0 or more".formatted(seq));
    }
  }

  /** The position that is written in a payload; empty if there is none, or a malformed one. */
  public static Optional<StreamPosition> of(Payload payload) {
    return payload
        .text("epoch")
        .flatMap(
            epoch ->
                payload
                    .number("seq")
                    .filter(seq -> seq >= 0)
                    .map(seq -> new StreamPosition(epoch, seq)));
  }

  /** The position as it is written in frames. */
  public Payload payload() {
    return Payload.of(Map.of("epoch", epoch, "seq", seq));
  }
}
