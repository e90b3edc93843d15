package dev.ssot.rules.rivals;

import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.DottedNames;

/** Whether access patterns cover types. */
public final class Patterns {

  private Patterns() {}

  /** Whether a pattern covers a type as a whole; a pattern of a member covers none. */
  public static boolean covers(AccessPattern pattern, String type) {
    return switch (pattern.kind()) {
      case TYPE -> DottedNames.isIn(type, pattern.name());
      case PACKAGE -> packageOf(type).equals(pattern.name());
      case TREE -> type.startsWith(pattern.name() + ".");
      case MEMBER -> false;
    };
  }

  /** The package of a type by the convention that names of packages start in lower case. */
  public static String packageOf(String type) {
    int end = type.length();
    int start = 0;
    while (start < type.length()) {
      int dot = type.indexOf('.', start);
      if (Character.isUpperCase(type.charAt(start)) || dot < 0) {
        end = start;
        break;
      }
      start = dot + 1;
    }
    return end == 0 ? "" : type.substring(0, end - 1);
  }
}
