package dev.ssot.rules.codebase.cache;

import java.io.IOException;

/** A cache file does not hold what was written to it. */
public final class DamagedCache extends IOException {

  DamagedCache(String message) {
    super(message);
  }
}
