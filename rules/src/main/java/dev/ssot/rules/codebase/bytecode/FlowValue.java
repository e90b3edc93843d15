package dev.ssot.rules.codebase.bytecode;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What is known of a value while a method runs.
 *
 * @param size 1, or 2 for long and double
 * @param types names of the types that an object may be of, as declared; empty for other values and
 *     for what is not known
 * @param field the static field that it was read from, {@code owner#field}, or the empty string
 */
record FlowValue(int size, Set<String> types, String field) implements Value {

  private static final FlowValue UNKNOWN = new FlowValue(1, Set.of(), "");
  private static final FlowValue UNKNOWN_OF_TWO = new FlowValue(2, Set.of(), "");

  FlowValue {
    types = Set.copyOf(types);
  }

  static FlowValue unknown(int size) {
    return size == 2 ? UNKNOWN_OF_TWO : UNKNOWN;
  }

  /** By hand, as the analysis asks a million times, most often of a value and itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FlowValue value
            && size == value.size
            && field.equals(value.field)
            && types.equals(value.types));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * types.hashCode() + field.hashCode()) + size;
  }

  @Override
  public int getSize() {
    return size;
  }
}
