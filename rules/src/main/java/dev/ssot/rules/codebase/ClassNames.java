package dev.ssot.rules.codebase;

import java.util.ArrayList;
import java.util.List;

/** Takes the names of classes apart as class files have them, nested ones after a {@code $}. */
public final class ClassNames {

  private ClassNames() {}

  /** The name with dots between nested types, as source code has it. */
  public static String dotted(String name) {
    return name.replace('$', '.');
  }

  /**
   * The type of the source that contains a class, with dots between nested types: anonymous and
   * local classes, whose names have a number, belong to the type around them.
   */
  public static String sourceType(String name) {
    int start = name.lastIndexOf('.') + 1;
    for (int at = name.indexOf('$', start + 1); at >= 0; at = name.indexOf('$', at + 1)) {
      if (at + 1 < name.length() && Character.isDigit(name.charAt(at + 1))) {
        return dotted(name.substring(0, at));
      }
    }
    return dotted(name);
  }

  /** The names of the classes around a nested one, the nearest first. */
  public static List<String> enclosing(String name) {
    List<String> names = new ArrayList<>();
    int start = name.lastIndexOf('.') + 1;
    for (int at = name.lastIndexOf('$'); at > start; at = name.lastIndexOf('$', at - 1)) {
      names.add(name.substring(0, at));
    }
    return names;
  }
}
