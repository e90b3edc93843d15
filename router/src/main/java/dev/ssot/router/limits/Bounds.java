package dev.ssot.router.limits;

import java.time.Duration;
import java.util.Locale;

/** Checks that the compact constructors of limits share. */
final class Bounds {

  private Bounds() {}

  static void positive(String name, long value) {
    require(value > 0, "%s is %d; give a number above 0", name, value);
  }

  static void positive(String name, Duration value) {
    require(!value.isNegative() && !value.isZero(), "%s is %s; give a time above 0", name, value);
  }

  static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
