package dev.ssot.rules.codebase;

import org.jspecify.annotations.Nullable;

/**
 * A use of a class or one of its members in a class file.
 *
 * @param from simple name of the method that contains it; the empty string outside of methods
 * @param owner name of the class as the class file has it, with {@code $} for nested ones
 * @param name simple name of the member, or the empty string
 * @param parameters names of the erased parameter types in parentheses, or the empty string
 * @param line in the source file, or 0 where the class file does not say
 */
public record ClassUse(
    Kind kind, String from, String owner, String name, String parameters, int line) {

  /** The kinds of use. */
  public enum Kind {
    /** A call of a method or constructor. */
    CALL,
    /** A method or constructor that is passed on without being called. */
    REFERENCE,
    READ,
    WRITE,
    /** Any other naming: a super-type, a signature, an annotation, a test of a type. */
    NAMING
  }

  /** By hand, as class files have a million of them. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ClassUse use
            && line == use.line
            && kind == use.kind
            && name.equals(use.name)
            && owner.equals(use.owner)
            && from.equals(use.from)
            && parameters.equals(use.parameters));
  }

  @Override
  public int hashCode() {
    int hash = 31 * owner.hashCode() + name.hashCode();
    hash = 31 * hash + from.hashCode();
    return 31 * hash + line;
  }

  /** The same at another place. */
  public ClassUse at(String method, int otherLine) {
    return new ClassUse(kind, method, owner, name, parameters, otherLine);
  }

  /** Whether a method or constructor is called, or passed on to be called. */
  public boolean isCall() {
    return kind == Kind.CALL || kind == Kind.REFERENCE;
  }

  /** The field or method as class files name it, {@code owner#name}. */
  public String member() {
    return owner + "#" + name;
  }

  /** What is done, in words, such as {@code calls `shop.Router#route`}. */
  public String words() {
    String type = ClassNames.sourceType(owner);
    String verb =
        switch (kind) {
          case CALL -> name.equals("<init>") ? "creates" : "calls";
          case REFERENCE -> "passes on";
          case READ -> "reads";
          case WRITE -> "writes";
          case NAMING -> "names";
        };
    boolean whole = name.isEmpty() || name.equals("<init>");
    return "%s `%s`".formatted(verb, whole ? type : type + "#" + name);
  }
}
