package dev.ssot.cli.policy;

import java.util.regex.Pattern;

/**
 * The forms of text in a policy.
 *
 * <p>Each is a regular expression that Java and ECMAScript (with the flag {@code u}) read alike;
 * the published schema holds the same ones.
 */
enum Syntax {
  ROLE_ID("[a-z][a-z0-9]*(-[a-z0-9]+)*", "a name in kebab case", "a name such as `message-router`"),
  PROSE(Form.PROSE, "a text", "a sentence that a colleague can act on"),
  OWNER(Form.PROSE, "an owner", "a team or person, such as `chat`"),
  TYPE(Form.QUALIFIED, "a qualified type", "a qualified type such as `com.acme.MessageRouter`"),
  TYPE_OR_PACKAGE(
      Form.QUALIFIED + "(\\.\\*\\*?)?",
      "a type or package",
      "`a.b.Type`, `a.b.*` (a package) or `a.b.**` (a package and all below it)"),
  ACCESS(
      Form.QUALIFIED + "(\\.\\*\\*?|#" + Form.IDENTIFIER + ")?",
      "a type, member or package",
      "`a.b.Type`, `a.b.Type#member`, `a.b.*` (a package) or `a.b.**` (a package and all below"
          + " it)"),
  SLICES(
      Form.QUALIFIED + "\\.\\(\\*\\*?\\)",
      "a pattern of packages",
      "`a.b.(*)` (each package right below, with all below it) or `a.b.(**)` (every package from"
          + " `a.b` on)"),
  TYPE_NAME(
      Form.NAME_PATTERN,
      "a pattern of simple type names",
      "a pattern such as `*MessageRouter`, where `*` stands for any letters"),
  METHOD_NAME(
      Form.NAME_PATTERN,
      "a pattern of method names",
      "a pattern such as `send*`, where `*` stands for any letters"),
  MEMBER_NAME(Form.IDENTIFIER, "the name of a method or field", "a name such as `routeMessage`"),
  MESSAGE(
      "[^\\s\\p{Cc}]+",
      "a message type",
      "a message type as the code writes it, such as `agent_started`, or the qualified name of the"
          + " enum, constants class or sealed type that declares them"),
  GLOB(
      Form.SEGMENT + "(/" + Form.SEGMENT + ")*",
      "a path below the folder of the policy",
      "a path such as `src/main/java` or `**/build`, where `*` stands for a part of a name and"
          + " `**` for folders"),
  FILE(
      Form.NAME + "(/" + Form.NAME + ")*",
      "a file below the folder of the policy",
      "a path such as `ssot-baseline.jsonl`"),
  POLICY_FILE(
      "(\\.{1,2}/)*" + Form.NAME + "(/" + Form.NAME + ")*(?<=\\.ya?ml)",
      "a policy file",
      "the path of a policy file, relative to the folder of this one, such as"
          + " `../shared/ssot.yaml`"),
  DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day", "a day such as `2027-03-31`");

  /** The most characters that any text may have. */
  static final int LONGEST = 1000;

  private final Pattern pattern;
  private final String words;
  private final String examples;

  Syntax(String regex, String words, String examples) {
    this.pattern = Pattern.compile("^" + regex + "$");
    this.words = words;
    this.examples = examples;
  }

  boolean allows(String text) {
    return !tooLong(text) && pattern.matcher(text).matches();
  }

  static boolean tooLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  /** The regular expression, anchored, as the schema holds it. */
  String regex() {
    return pattern.pattern();
  }

  /** What a text of this form is, for messages. */
  String words() {
    return words;
  }

  /** What to write, as the end of a sentence. */
  String examples() {
    return examples;
  }

  /** Standings of the expressions. */
  private static final class Form {
    private static final String PROSE = "[\\s\\S]*\\S[\\s\\S]*";
    private static final String PART = "[\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}\\p{Mn}\\p{Mc}\\p{Nd}]";
    private static final String NAME_PATTERN = "\\**" + PART + "(" + PART + "|\\*)*";
    private static final String IDENTIFIER = "[\\p{L}\\p{Nl}\\p{Sc}\\p{Pc}]" + PART + "*";
    private static final String QUALIFIED = IDENTIFIER + "(\\." + IDENTIFIER + ")*";
    private static final String NAME = "(?!\\.{1,2}(/|$))[^/\\\\?*\\[\\]{}]+";
    private static final String SEGMENT = "(?!\\.{1,2}(/|$))[^/\\\\?\\[\\]{}]+";

    private Form() {}
  }
}
