package dev.ssot.rules.model;

/**
 * A constant with its value.
 *
 * @param type qualified name of the type that declares it
 * @param name simple name
 * @param value as evaluated
 * @param declaration the place of its name
 */
public record ConstantRef(String type, String name, String value, Location declaration) {

  /** The name with the simple name of its type. */
  public String shortName() {
    return DottedNames.last(type) + "." + name;
  }
}
