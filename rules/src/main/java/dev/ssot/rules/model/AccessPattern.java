package dev.ssot.rules.model;

import java.util.List;

/**
 * A pattern for what may not be reached.
 *
 * <p>Four forms: {@code a.b.Type} (a type and all that is nested in it), {@code a.b.Type#member} (a
 * static or instance member by name), {@code a.b.*} (the types of one package), {@code a.b.**} (a
 * package and all below it).
 *
 * @param name the qualified type or package, without the ending that gives the kind
 * @param member the member's name for {@link Kind#MEMBER}, the empty string otherwise
 */
public record AccessPattern(Kind kind, String name, String member) {

  /** What a pattern covers. */
  public enum Kind {
    TYPE,
    MEMBER,
    PACKAGE,
    TREE
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the text is none of the four forms
   */
  public static AccessPattern parse(String text) {
    int hash = text.indexOf('#');
    AccessPattern pattern;
    if (hash >= 0) {
      pattern = new AccessPattern(Kind.MEMBER, text.substring(0, hash), text.substring(hash + 1));
    } else if (text.endsWith(".**")) {
      pattern = new AccessPattern(Kind.TREE, text.substring(0, text.length() - 3), "");
    } else if (text.endsWith(".*")) {
      pattern = new AccessPattern(Kind.PACKAGE, text.substring(0, text.length() - 2), "");
    } else {
      pattern = new AccessPattern(Kind.TYPE, text, "");
    }
    if (!DottedNames.isQualified(pattern.name)
        || (pattern.kind == Kind.MEMBER && !DottedNames.isIdentifier(pattern.member))) {
      throw new IllegalArgumentException(
          "`%s` is not a type, `type#member`, `package.*` or `package.**`".formatted(text));
    }
    return pattern;
  }

  /** Reads all patterns of a list of a policy, which has been checked. */
  public static List<AccessPattern> all(List<PolicyText> texts) {
    return texts.stream().map(text -> parse(text.value())).toList();
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return switch (kind) {
      case TYPE -> name;
      case MEMBER -> name + "#" + member;
      case PACKAGE -> name + ".*";
      case TREE -> name + ".**";
    };
  }
}
