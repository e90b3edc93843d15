package dev.ssot.rules.codebase;

import java.util.Arrays;
import java.util.Optional;

/**
 * The classes of the JDK that runs the scan, of the packages that start with {@code java.}; they
 * are looked at and never initialised.
 */
public final class Jdk {

  private Jdk() {}

  /** The class of a name with a package, if the JDK has it. */
  public static Optional<Class<?>> type(String name) {
    if (!name.startsWith("java.")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return nested(name);
    }
  }

  /** A nested class, whose name has a dollar where code writes a dot. */
  private static Optional<Class<?>> nested(String name) {
    int dot = name.lastIndexOf('.');
    String outer = name.substring(0, dot);
    boolean maybe = Character.isUpperCase(outer.charAt(outer.lastIndexOf('.') + 1));
    return maybe
        ? type(outer)
            .flatMap(
                type ->
                    Arrays.stream(type.getClasses())
                        .filter(inner -> inner.getSimpleName().equals(name.substring(dot + 1)))
                        .findFirst())
        : Optional.empty();
  }
}
