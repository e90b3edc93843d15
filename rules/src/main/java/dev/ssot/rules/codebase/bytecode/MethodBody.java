package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.ClassUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the code of one method does.
 *
 * @param key name and descriptor
 * @param kind what it stands for in the source
 * @param calls calls of accessors, which stand for what these do
 * @param lambdas keys of the methods of the same class that hold the bodies of its lambdas
 */
record MethodBody(
    String name,
    String key,
    Kind kind,
    List<ClassUse> uses,
    List<AccessorCall> calls,
    Set<String> lambdas) {

  /** What a method is for. */
  enum Kind {
    /** It stands in the source. */
    PLAIN,
    /** It passes a call on to the method that it stands for. */
    BRIDGE,
    /** It is the body of a lambda. */
    LAMBDA,
    /** It lets other classes of the same source file at something private. */
    ACCESSOR
  }

  /**
   * A call of an accessor.
   *
   * @param use the call as it stands
   * @param key the key of the accessor in the class that has it
   */
  record AccessorCall(ClassUse use, String key) {}

  /** The names that compilers give; what is called so in the source has no number at its end. */
  static final class Names {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$.*\\$\\d+");
    private static final Pattern ACCESSOR = Pattern.compile("access\\$\\d+");

    private Names() {}

    static boolean isLambda(String name) {
      return name.startsWith("lambda$") && LAMBDA.matcher(name).matches();
    }

    static boolean isAccessor(String name) {
      return name.startsWith("access$") && ACCESSOR.matcher(name).matches();
    }
  }

  /** An empty one. */
  static MethodBody of(String name, String descriptor, boolean bridge) {
    return new MethodBody(
        name,
        name + descriptor,
        kind(name, bridge),
        new ArrayList<>(),
        new ArrayList<>(),
        new HashSet<>());
  }

  /** Whether it stands in the source, or for a method that does. */
  boolean isDeclared() {
    return kind == Kind.PLAIN || kind == Kind.BRIDGE;
  }

  private static Kind kind(String name, boolean bridge) {
    if (Names.isLambda(name)) {
      return Kind.LAMBDA;
    }
    if (Names.isAccessor(name)) {
      return Kind.ACCESSOR;
    }
    return bridge ? Kind.BRIDGE : Kind.PLAIN;
  }
}
