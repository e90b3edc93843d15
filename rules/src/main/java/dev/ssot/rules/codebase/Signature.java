package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Set;

/**
 * A member as its callers see it.
 *
 * @param name simple name; that of the type for a constructor
 * @param varargs whether the last parameter takes any number of arguments
 * @param returns the type of the result, as {@link TypeNames} gives it: the empty string for a type
 *     variable and what the file does not show; the type itself for a constructor
 * @param modifiers those that apply, also where the declaration need not write them
 */
public record Signature(
    CallFact.Kind kind,
    String name,
    List<Parameter> parameters,
    boolean varargs,
    String returns,
    Set<Modifier> modifiers,
    Region region) {

  /**
   * A parameter.
   *
   * @param name the empty string where there is none, as for a method of the JDK
   * @param type as {@link TypeNames} gives it, or the empty string
   * @param written the simple name of the type for a reader
   */
  public record Parameter(String name, String type, String written) {}

  public Signature {
    parameters = List.copyOf(parameters);
    modifiers = Set.copyOf(modifiers);
  }

  /** Whether a call with so many arguments fits. */
  public boolean takes(int arguments) {
    return varargs ? arguments >= parameters.size() - 1 : arguments == parameters.size();
  }

  /** The signature as a reader would write it. */
  public String text() {
    if (kind == CallFact.Kind.FIELD) {
      return name;
    }
    List<String> written = parameters.stream().map(Parameter::written).toList();
    return name + "(" + String.join(", ", written) + (varargs ? "...)" : ")");
  }
}
