package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import java.util.Optional;

/**
 * What the scans of one run found out of the code, so that the next of them works out again what
 * changes can have an influence on, and nothing else. It says the same as without.
 *
 * <p>It holds what the last scan saw and nothing of those before. Not safe for concurrent use.
 */
public final class RivalMemory {

  private Optional<Rivalry> last = Optional.empty();

  /** What a codebase says of rivals. */
  public Rivalry of(Codebase codebase) {
    Rivalry next = new Rivalry(codebase, last);
    last.ifPresent(Rivalry::forget);
    last = Optional.of(next);
    return next;
  }
}
