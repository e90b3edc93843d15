package dev.ssot.rules.model;

import java.util.Arrays;

/** Takes names apart whose parts are separated by dots: types, packages, nested types. */
public final class DottedNames {

  private DottedNames() {}

  /** The last part: the simple name of a qualified type. */
  public static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** All but the last part, or the empty string: the package of a qualified top-level type. */
  public static String qualifier(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  /** The first part: the outermost type of a name as written in code. */
  public static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether a name is another one or stands in it: a package or type, and what is below it. */
  public static boolean isIn(String name, String outer) {
    return name.startsWith(outer)
        && (name.length() == outer.length() || name.charAt(outer.length()) == '.');
  }

  /** Whether each part is an identifier of Java. */
  public static boolean isQualified(String name) {
    return Arrays.stream(name.split("\\.", -1)).allMatch(DottedNames::isIdentifier);
  }

  /** Whether a text has the form of an identifier of Java. */
  public static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }
}
