package dev.ssot.rules.values;

import dev.ssot.rules.model.DottedNames;
import java.util.Comparator;

/**
 * A message type of a role.
 *
 * @param owner the type that declares the constant; the empty string for a text or a type
 * @param name the text, the name of the constant, or the qualified name of the type
 */
public record Message(Kind kind, String owner, String name) implements Comparable<Message> {

  /** What stands for a message type in code. */
  public enum Kind {
    TEXT,
    /** An enum constant, or a constant whose value says nothing by itself. */
    CONSTANT,
    TYPE
  }

  private static final Comparator<Message> ORDER =
      Comparator.comparing(Message::kind)
          .thenComparing(Message::owner)
          .thenComparing(Message::name);

  static Message ofText(String text) {
    return new Message(Kind.TEXT, "", text);
  }

  static Message ofConstant(String owner, String name) {
    return new Message(Kind.CONSTANT, owner, name);
  }

  static Message ofType(String type) {
    return new Message(Kind.TYPE, "", type);
  }

  /** The message type as a reader would write it. */
  public String words() {
    return kind == Kind.CONSTANT
        ? DottedNames.last(owner) + "." + name
        : kind == Kind.TYPE ? DottedNames.last(name) : name;
  }

  @Override
  public int compareTo(Message other) {
    return ORDER.compare(this, other);
  }
}
