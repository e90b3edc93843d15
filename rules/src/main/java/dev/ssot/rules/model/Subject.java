package dev.ssot.rules.model;

/**
 * The logical place of a finding: a qualified type and, where there is one, a member of it.
 *
 * <p>It survives edits, reformatting and moved files, so a fingerprint is made of it and never of a
 * path or a line. For a finding outside of Java code (a service file, the policy) the type is the
 * name that the file itself stands for.
 *
 * @param type qualified name, nested types separated by {@code .}
 * @param member simple member name, or the empty string
 */
public record Subject(String type, String member) implements Comparable<Subject> {

  public Subject {
    if (type.isEmpty()) {
      throw new IllegalArgumentException("A subject needs a type");
    }
  }

  /** The subject that is a type as a whole. */
  public static Subject ofType(String type) {
    return new Subject(type, "");
  }

  /** The text {@code type} or {@code type#member}. */
  public String text() {
    return member.isEmpty() ? type : type + "#" + member;
  }

  @Override
  public int compareTo(Subject other) {
    return text().compareTo(other.text());
  }
}
