package dev.ssot.rules.model;

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
}
