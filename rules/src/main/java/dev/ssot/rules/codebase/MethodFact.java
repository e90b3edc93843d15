package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Set;

/**
 * A method or constructor.
 *
 * @param name simple name; the type's simple name for a constructor
 * @param parameters erased simple names of the parameter types
 * @param returns erased simple name of the return type; the empty string for a constructor
 * @param forwardsTo the receiver's type as written if the body does nothing but pass its own
 *     parameters on to it, otherwise the empty string
 */
public record MethodFact(
    String name,
    List<String> parameters,
    String returns,
    Traits traits,
    Region region,
    BodyFact body,
    String forwardsTo) {

  /**
   * What a method is apart from its signature.
   *
   * @param overrides whether it is annotated with {@code @Override}
   * @param accessor whether it only reads or writes one field, or returns a literal
   */
  public record Traits(Set<Modifier> modifiers, boolean overrides, boolean accessor) {

    public Traits {
      modifiers = Set.copyOf(modifiers);
    }
  }

  public MethodFact {
    parameters = List.copyOf(parameters);
  }

  /** Whether this is a constructor. */
  public boolean isConstructor() {
    return returns.isEmpty();
  }

  /** Whether it can be called from outside its type's package or sub-types. */
  public boolean isPublic() {
    return traits.modifiers().contains(Modifier.PUBLIC);
  }

  /** The erased types of parameters and result, without the names. */
  public String shape() {
    return String.join(",", parameters) + ":" + returns;
  }

  /** The signature as a reader would write it. */
  public String signature() {
    String head = name + "(" + String.join(", ", parameters) + ")";
    return isConstructor() ? head : head + ": " + returns;
  }
}
