package dev.ssot.rules.codebase.bytecode;

import java.util.Set;
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

  FlowValue {
    types = Set.copyOf(types);
  }

  static FlowValue unknown(int size) {
    return new FlowValue(size, Set.of(), "");
  }

  @Override
  public int getSize() {
    return size;
  }
}
