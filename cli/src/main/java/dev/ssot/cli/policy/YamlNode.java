package dev.ssot.cli.policy;

import dev.ssot.rules.model.PolicyLine;
import java.util.List;
import java.util.Map;

/** A value in a YAML document that knows where it stands. */
sealed interface YamlNode {

  /** Where the value begins. */
  PolicyLine line();

  /** The value in words, for messages. */
  String words();

  /** What a scalar was resolved to. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NOTHING
  }

  /**
   * A value without parts.
   *
   * @param text as written, without quotes
   */
  record Scalar(Kind kind, String text, PolicyLine line) implements YamlNode {

    private static final int LONGEST_SHOWN = 80;

    @Override
    public String words() {
      return switch (kind) {
        case TEXT -> "the text " + quoted();
        case NUMBER -> "the number " + quoted();
        case BOOLEAN -> "the boolean " + quoted();
        case NOTHING -> "nothing";
      };
    }

    /** The value in backquotes, cut where it is very long. */
    String quoted() {
      return quote(text);
    }

    /** Any text in backquotes, cut where it is very long. */
    static String quote(String text) {
      String shown = text.replace("\n", "\\n");
      return "`"
          + (shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…")
          + "`";
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, PolicyLine line) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /**
   * A map.
   *
   * @param entries in the order of the file
   */
  record Mapping(Map<String, Entry> entries, PolicyLine line) implements YamlNode {

    /** A value with the place of its key. */
    record Entry(PolicyLine key, YamlNode value) {}

    @Override
    public String words() {
      return "a map";
    }
  }
}
