package dev.ssot.router.log;

/**
 * The bounds of a user's stream.
 *
 * @param epoch the life of the stream; another one means that the numbers began anew
 * @param oldest number of the oldest event kept; {@code newest + 1} if none is
 * @param newest number of the newest event ever logged in this epoch; 0 if there is none yet
 */
public record LogHead(String epoch, long oldest, long newest) {

  public LogHead {
    if (oldest < 1 || oldest > newest + 1) {
      throw new IllegalArgumentException(
          "A stream can't be kept from %d to %d".formatted(oldest, newest));
    }
  }

  /** Events that are kept. */
  public long size() {
    return newest - oldest + 1;
  }

  /** Whether no event is kept. */
  public boolean isEmpty() {
    return oldest > newest;
  }
}
