package dev.ssot.rules.model;

/** A type by qualified name, with the place of its declaration. */
public record TypeRef(String name, Location declaration) implements Comparable<TypeRef> {

  /** The name without package and enclosing types. */
  public String simpleName() {
    return DottedNames.last(name);
  }

  @Override
  public int compareTo(TypeRef other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : declaration.compareTo(other.declaration);
  }
}
