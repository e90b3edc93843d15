package dev.ssot.rules.codebase;

import dev.ssot.rules.model.Region;
import java.util.Set;

/**
 * A field, an enum constant or a record component.
 *
 * @param type as written without spaces and annotations; the empty string for an enum constant
 */
public record FieldFact(String name, String type, Set<Modifier> modifiers, Region region) {

  public FieldFact {
    modifiers = Set.copyOf(modifiers);
  }

  /** Whether this is a constant: static and final, or an enum constant. */
  public boolean isConstant() {
    return type.isEmpty()
        || (modifiers.contains(Modifier.STATIC) && modifiers.contains(Modifier.FINAL));
  }

  /** The type without its arguments. */
  public String erasedType() {
    int bracket = type.indexOf('<');
    return bracket < 0 ? type : type.substring(0, bracket);
  }
}
