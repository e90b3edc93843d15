package dev.ssot.rules.codebase.tokens;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a token is. */
enum Kind {
  END("", Sort.OTHER),
  IDENTIFIER("", Sort.NAME),
  NUMBER("", Sort.LITERAL),
  CHARACTER("", Sort.LITERAL),
  STRING("", Sort.LITERAL),
  TEXT_BLOCK("", Sort.LITERAL),
  TRUE("true", Sort.WORD_LITERAL),
  FALSE("false", Sort.WORD_LITERAL),
  NULL("null", Sort.WORD_LITERAL),

  ABSTRACT("abstract", Sort.MODIFIER),
  FINAL("final", Sort.MODIFIER),
  NATIVE("native", Sort.MODIFIER),
  NON_SEALED("non-sealed", Sort.MODIFIER),
  PRIVATE("private", Sort.MODIFIER),
  PROTECTED("protected", Sort.MODIFIER),
  PUBLIC("public", Sort.MODIFIER),
  STATIC("static", Sort.MODIFIER),
  STRICTFP("strictfp", Sort.MODIFIER),
  SYNCHRONIZED("synchronized", Sort.MODIFIER),
  TRANSIENT("transient", Sort.MODIFIER),
  VOLATILE("volatile", Sort.MODIFIER),
  DEFAULT("default", Sort.MODIFIER),

  BOOLEAN("boolean", Sort.PRIMITIVE),
  BYTE("byte", Sort.PRIMITIVE),
  CHAR("char", Sort.PRIMITIVE),
  DOUBLE("double", Sort.PRIMITIVE),
  FLOAT("float", Sort.PRIMITIVE),
  INT("int", Sort.PRIMITIVE),
  LONG("long", Sort.PRIMITIVE),
  SHORT("short", Sort.PRIMITIVE),

  ASSERT("assert", Sort.KEYWORD),
  BREAK("break", Sort.KEYWORD),
  CASE("case", Sort.KEYWORD),
  CATCH("catch", Sort.KEYWORD),
  CLASS("class", Sort.KEYWORD),
  CONST("const", Sort.KEYWORD),
  CONTINUE("continue", Sort.KEYWORD),
  DO("do", Sort.KEYWORD),
  ELSE("else", Sort.KEYWORD),
  ENUM("enum", Sort.KEYWORD),
  EXTENDS("extends", Sort.KEYWORD),
  FINALLY("finally", Sort.KEYWORD),
  FOR("for", Sort.KEYWORD),
  GOTO("goto", Sort.KEYWORD),
  IF("if", Sort.KEYWORD),
  IMPLEMENTS("implements", Sort.KEYWORD),
  IMPORT("import", Sort.KEYWORD),
  INSTANCEOF("instanceof", Sort.KEYWORD),
  INTERFACE("interface", Sort.KEYWORD),
  NEW("new", Sort.KEYWORD),
  PACKAGE("package", Sort.KEYWORD),
  RETURN("return", Sort.KEYWORD),
  SUPER("super", Sort.KEYWORD),
  SWITCH("switch", Sort.KEYWORD),
  THIS("this", Sort.KEYWORD),
  THROW("throw", Sort.KEYWORD),
  THROWS("throws", Sort.KEYWORD),
  TRY("try", Sort.KEYWORD),
  VOID("void", Sort.KEYWORD),
  WHILE("while", Sort.KEYWORD),

  UNDERSCORE("_", Sort.CONTEXTUAL),
  EXPORTS("exports", Sort.CONTEXTUAL),
  MODULE("module", Sort.CONTEXTUAL),
  OPEN("open", Sort.CONTEXTUAL),
  OPENS("opens", Sort.CONTEXTUAL),
  PERMITS("permits", Sort.CONTEXTUAL),
  PROVIDES("provides", Sort.CONTEXTUAL),
  RECORD("record", Sort.CONTEXTUAL),
  REQUIRES("requires", Sort.CONTEXTUAL),
  SEALED("sealed", Sort.CONTEXTUAL),
  TO("to", Sort.CONTEXTUAL),
  TRANSITIVE("transitive", Sort.CONTEXTUAL),
  USES("uses", Sort.CONTEXTUAL),
  WHEN("when", Sort.CONTEXTUAL),
  WITH("with", Sort.CONTEXTUAL),
  YIELD("yield", Sort.CONTEXTUAL),

  LEFT_PAREN("(", Sort.OTHER),
  RIGHT_PAREN(")", Sort.OTHER),
  LEFT_BRACE("{", Sort.OTHER),
  RIGHT_BRACE("}", Sort.OTHER),
  LEFT_BRACKET("[", Sort.OTHER),
  RIGHT_BRACKET("]", Sort.OTHER),
  SEMICOLON(";", Sort.OTHER),
  COMMA(",", Sort.OTHER),
  DOT(".", Sort.OTHER),
  ELLIPSIS("...", Sort.OTHER),
  AT("@", Sort.OTHER),
  DOUBLE_COLON("::", Sort.OTHER),
  ARROW("->", Sort.OTHER),
  HOOK("?", Sort.OTHER),
  COLON(":", Sort.OTHER),

  BANG("!", Sort.PREFIX),
  TILDE("~", Sort.PREFIX),
  PLUS("+", Sort.INFIX),
  MINUS("-", Sort.INFIX),
  INCREMENT("++", Sort.STEP),
  DECREMENT("--", Sort.STEP),

  STAR("*", Sort.INFIX),
  SLASH("/", Sort.INFIX),
  PERCENT("%", Sort.INFIX),
  AND("&", Sort.INFIX),
  OR("|", Sort.INFIX),
  CARET("^", Sort.INFIX),
  AND_AND("&&", Sort.INFIX),
  OR_OR("||", Sort.INFIX),
  EQUAL("==", Sort.INFIX),
  NOT_EQUAL("!=", Sort.INFIX),
  LESS("<", Sort.INFIX),
  GREATER(">", Sort.INFIX),
  LESS_EQUAL("<=", Sort.INFIX),
  GREATER_EQUAL(">=", Sort.INFIX),
  SHIFT_LEFT("<<", Sort.INFIX),

  ASSIGN("=", Sort.ASSIGNMENT),
  PLUS_ASSIGN("+=", Sort.ASSIGNMENT),
  MINUS_ASSIGN("-=", Sort.ASSIGNMENT),
  STAR_ASSIGN("*=", Sort.ASSIGNMENT),
  SLASH_ASSIGN("/=", Sort.ASSIGNMENT),
  PERCENT_ASSIGN("%=", Sort.ASSIGNMENT),
  AND_ASSIGN("&=", Sort.ASSIGNMENT),
  OR_ASSIGN("|=", Sort.ASSIGNMENT),
  CARET_ASSIGN("^=", Sort.ASSIGNMENT),
  SHIFT_LEFT_ASSIGN("<<=", Sort.ASSIGNMENT),
  SHIFT_RIGHT_ASSIGN(">>=", Sort.ASSIGNMENT),
  UNSIGNED_SHIFT_RIGHT_ASSIGN(">>>=", Sort.ASSIGNMENT);

  /** Kinds that a grammar treats alike. */
  enum Sort {
    NAME,
    /** A word that is a keyword in some places and a name in all others. */
    CONTEXTUAL,
    KEYWORD,
    MODIFIER,
    PRIMITIVE,
    LITERAL,
    /** A literal that is spelt like a keyword. */
    WORD_LITERAL,
    PREFIX,
    INFIX,
    STEP,
    ASSIGNMENT,
    OTHER
  }

  private final String text;
  private final Sort sort;
  private final int hash;

  Kind(String text, Sort sort) {
    this.text = text;
    this.sort = sort;
    this.hash = text.hashCode();
  }

  /** How it is spelt; the empty string where that differs from token to token. */
  String text() {
    return text;
  }

  /** Hash code of its spelling. */
  int hash() {
    return hash;
  }

  Sort sort() {
    return sort;
  }

  /** Whether a token of this kind can be a name. */
  boolean isName() {
    return sort == Sort.NAME || sort == Sort.CONTEXTUAL;
  }

  boolean isLiteral() {
    return sort == Sort.LITERAL || sort == Sort.WORD_LITERAL;
  }

  /** All kinds that are spelt like words, by their spelling. */
  static Map<String, Kind> words() {
    return Arrays.stream(values())
        .filter(
            kind -> !kind.text.isEmpty() && Character.isJavaIdentifierStart(kind.text.charAt(0)))
        .filter(kind -> kind != NON_SEALED)
        .collect(Collectors.toMap(Kind::text, kind -> kind));
  }
}
