package dev.ssot.router.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One compiled keyword of a schema, or all of one schema. Immutable. */
@FunctionalInterface
interface SchemaCheck {

  /** What is wrong with a value of a payload; empty if nothing is. */
  Optional<Violation> violation(@Nullable Object value);

  /**
   * Something wrong with a value.
   *
   * @param place where, seen from the checked value, such as {@code .a[2]}
   */
  record Violation(String place, String text) {

    static Optional<Violation> of(String text) {
      return Optional.of(new Violation("", text));
    }

    Violation within(String step) {
      return new Violation(step + place, text);
    }
  }
}
