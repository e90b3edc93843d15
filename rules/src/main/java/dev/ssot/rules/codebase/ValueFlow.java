package dev.ssot.rules.codebase;

import java.util.List;
import java.util.Set;

/**
 * A call, or the filling of an array, with what is known of the values that take part.
 *
 * @param in name of the class that contains it
 * @param from name of the method that contains it, as the class file has it
 * @param lambda whether the method is the body of a lambda
 * @param owner name of the class whose method is called; the empty string for an array
 * @param name of the method; the empty string for an array
 * @param receiver the static field that the object or array was read from, {@code owner#field}, or
 *     the empty string
 * @param on names of the types that the object may be of; empty for a static call, an array and
 *     what is not known
 * @param arguments names of the types that each argument may be of
 * @param line in the source file, or 0 where the class file does not say
 */
public record ValueFlow(
    String in,
    String from,
    boolean lambda,
    String owner,
    String name,
    String receiver,
    Set<String> on,
    List<Set<String>> arguments,
    int line) {

  public ValueFlow {
    on = Set.copyOf(on);
    arguments = List.copyOf(arguments);
  }
}
