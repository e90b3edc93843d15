package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.Jdk;
import dev.ssot.rules.codebase.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a value of one type can be passed where another is asked for, as far as the
 * codebase or the JDK shows it (Java Language Specification, section 5.3).
 */
final class Assignability {

  /** What can be said. */
  enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  private static final String OBJECT = "java.lang.Object";
  private static final Pattern JDK =
      Pattern.compile("(?:javax?|jdk|sun|com\\.sun|org\\.(?:w3c|xml|ietf))\\.");
  private static final List<String> WIDENING =
      List.of("byte", "short", "int", "long", "float", "double");
  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "short", "java.lang.Short",
          "char", "java.lang.Character",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  private final Codebase codebase;
  private final Hierarchy hierarchy;

  Assignability(Codebase codebase, Hierarchy hierarchy) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
  }

  /** Whether a value of type {@code from} can be passed as {@code to}. */
  Answer of(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Answer.UNKNOWN;
    }
    if (from.equals(to)) {
      return Answer.YES;
    }
    if (from.equals("void") || to.equals("void")) {
      return Answer.NO;
    }
    if (from.equals("null")) {
      return yesIf(!BOXES.containsKey(to));
    }
    if (BOXES.containsKey(from) || BOXES.containsKey(to)) {
      return primitive(from, to);
    }
    if (to.equals(OBJECT)) {
      return Answer.YES;
    }
    return from.endsWith("[]") || to.endsWith("[]") ? array(from, to) : reference(from, to);
  }

  private static Answer yesIf(boolean condition) {
    return condition ? Answer.YES : Answer.NO;
  }

  private Answer primitive(String from, String to) {
    if (BOXES.containsKey(from) && BOXES.containsKey(to)) {
      boolean wider =
          WIDENING.contains(to)
              && (WIDENING.contains(from)
                  ? WIDENING.indexOf(from) < WIDENING.indexOf(to)
                  : from.equals("char") && WIDENING.indexOf(to) >= WIDENING.indexOf("int"));
      // A constant may be narrowed; an int literal is a byte, a short or a char where it fits.
      boolean narrowed = from.equals("int") && Set.of("byte", "short", "char").contains(to);
      return narrowed ? Answer.UNKNOWN : yesIf(wider);
    }
    String box = BOXES.get(from);
    if (box != null) {
      return of(box, to);
    }
    for (Map.Entry<String, String> boxed : BOXES.entrySet()) {
      if (boxed.getValue().equals(from)) {
        return of(boxed.getKey(), to);
      }
    }
    return Answer.NO;
  }

  private Answer array(String from, String to) {
    if (from.endsWith("[]") && to.endsWith("[]")) {
      String left = from.substring(0, from.length() - 2);
      String right = to.substring(0, to.length() - 2);
      boolean primitive = BOXES.containsKey(left) || BOXES.containsKey(right);
      return primitive ? yesIf(left.equals(right)) : of(left, right);
    }
    return yesIf(Set.of("java.lang.Cloneable", "java.io.Serializable").contains(to));
  }

  private Answer reference(String from, String to) {
    TypeEntry source = codebase.type(from).orElse(null);
    if (source != null) {
      return ofCodebase(source, to);
    }
    Class<?> left = Jdk.type(from).orElse(null);
    Class<?> right = Jdk.type(to).orElse(null);
    if (left != null && right != null) {
      return yesIf(right.isAssignableFrom(left));
    }
    if (left != null) {
      // No class of the JDK inherits from a type outside of it; one of a newer JDK may be missing.
      return JDK.matcher(to).lookingAt() ? Answer.UNKNOWN : Answer.NO;
    }
    boolean sealed = right != null && java.lang.reflect.Modifier.isFinal(right.getModifiers());
    return sealed || codebase.hasType(to) ? Answer.NO : Answer.UNKNOWN;
  }

  private Answer ofCodebase(TypeEntry source, String to) {
    boolean open = false;
    for (String ancestor : hierarchy.ancestors(source)) {
      if (ancestor.equals(to)) {
        return Answer.YES;
      }
      if (!codebase.hasType(ancestor)) {
        Class<?> known =
            Jdk.type(ancestor).or(() -> Jdk.type("java.lang." + ancestor)).orElse(null);
        if (known != null && Jdk.type(to).filter(t -> t.isAssignableFrom(known)).isPresent()) {
          return Answer.YES;
        }
        open |= known == null;
      }
    }
    boolean implied =
        (source.type().kind() == TypeKind.ENUM || source.type().kind() == TypeKind.RECORD)
            && to.startsWith("java.lang.");
    return implied || (open && !codebase.hasType(to)) ? Answer.UNKNOWN : Answer.NO;
  }

  /** Whether no value can be of both types: neither is assignable to the other. */
  boolean disjoint(String one, String other) {
    return of(one, other) == Answer.NO && of(other, one) == Answer.NO;
  }

  /** Whether a type is an interface, so that values of other types may be of it, too. */
  boolean isInterface(String type) {
    return codebase
        .type(type)
        .map(entry -> entry.type().kind() == TypeKind.INTERFACE)
        .or(() -> Jdk.type(type).map(Class::isInterface))
        .orElse(false);
  }
}
