package dev.ssot.rules.codebase.tokens;

import dev.ssot.rules.codebase.Interner;
import dev.ssot.rules.codebase.LiteralFact;
import dev.ssot.rules.codebase.TellingValues;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.tokens.TypeNode.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the telling literals of members that hold no other values, apart from those in logs and
 * exceptions.
 *
 * <p>Of what a literal is a part, tokens do not always tell; such a member is for the parser.
 */
final class TellingLiterals {

  private static final int SHORTEST_TEXT = 6;
  private static final int FEWEST_DIGITS = 4;

  /** Whoever writes more of them without a suffix writes no {@code int}. */
  private static final int MOST_DIGITS = 9;

  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]*");
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9_]*[lL]?");
  private static final Pattern BROKEN =
      Pattern.compile("(?!0[xXbB])[0-9_]*[.eEfFdD].*|0[xX].*[pP].*");
  private static final Pattern SHORT_HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,8}");

  /** Escapes of characters that no telling text has. */
  private static final String UNTELLING_ESCAPES = "btnfr\"'\\";

  private final Tokens tokens;
  private final Interner interner;

  TellingLiterals(Tokens tokens, Interner interner) {
    this.tokens = tokens;
    this.interner = interner;
  }

  /** What a literal is to those who look for the same in other places. */
  private enum Standing {
    TELLING,
    BESIDE_THE_POINT,
    UNSURE
  }

  /**
   * The literals of a member that declares no constants, in their order; nothing where this takes a
   * tree.
   *
   * @param inType qualified name of the type of the member
   */
  Optional<List<LiteralFact>> of(Span member, String inType) {
    List<LiteralFact> found = new ArrayList<>();
    int annotationEnd = 0;
    boolean hasLocalTypes = false;
    for (int token = member.first(); token <= member.last(); token++) {
      switch (tokens.kind(token)) {
        case AT -> annotationEnd = Math.max(annotationEnd, tokens.behindAnnotations(token));
        case CLASS -> hasLocalTypes |= tokens.kind(token - 1) != Kind.DOT;
        case STRING, NUMBER -> {
          Standing standing = standing(token);
          boolean annotates = token < annotationEnd;
          if (standing == Standing.UNSURE
              || (annotates && (standing == Standing.TELLING || mayHoldDefault(token)))) {
            return Optional.empty();
          }
          if (standing == Standing.TELLING) {
            found.add(fact(token, inType));
          }
        }
        default -> {}
      }
    }
    return found.isEmpty() || !hasLocalTypes ? Optional.of(found) : Optional.empty();
  }

  /** Whether a text may name a setting and its default. */
  private boolean mayHoldDefault(int token) {
    return tokens.textOf(token).contains("${");
  }

  private LiteralFact fact(int token, String inType) {
    String text = tokens.textOf(token);
    Value value =
        tokens.kind(token) == Kind.STRING
            ? new Value(Value.Kind.TEXT, interner.one(text.substring(1, text.length() - 1)))
            : new Value(Value.Kind.NUMBER, interner.one(text));
    return new LiteralFact(value, "", "", tokens.region(token), inType);
  }

  /** Of a literal that is not telling it is beside the point where it stands. */
  private Standing standing(int literal) {
    Standing itself = tokens.kind(literal) == Kind.STRING ? ofText(literal) : ofNumber(literal);
    return itself == Standing.TELLING ? place(literal) : itself;
  }

  private Standing ofText(int token) {
    if (tokens.length(token) < SHORTEST_TEXT) {
      return Standing.BESIDE_THE_POINT;
    }
    String literal = tokens.textOf(token);
    String text = literal.substring(1, literal.length() - 1);
    int escape = text.indexOf('\\');
    if (escape >= 0) {
      boolean untelling =
          text.indexOf("\\u") < 0 && UNTELLING_ESCAPES.indexOf(text.charAt(escape + 1)) >= 0;
      return untelling ? Standing.BESIDE_THE_POINT : Standing.UNSURE;
    }
    return text.indexOf(' ') < 0 && TellingValues.isTelling(new Value(Value.Kind.TEXT, text))
        ? Standing.TELLING
        : Standing.BESIDE_THE_POINT;
  }

  private Standing ofNumber(int token) {
    if (tokens.length(token) < FEWEST_DIGITS) {
      return Standing.BESIDE_THE_POINT;
    }
    String text = tokens.textOf(token);
    if (isUntelling(text)) {
      return Standing.BESIDE_THE_POINT;
    }
    return text.length() <= MOST_DIGITS && DECIMAL.matcher(text).matches()
        ? Standing.TELLING
        : Standing.UNSURE;
  }

  private static boolean isUntelling(String number) {
    if (WHOLE.matcher(number).matches()) {
      return !isTellingNumber(number.replaceAll("[_lL]", ""));
    }
    return BROKEN.matcher(number).matches()
        || (SHORT_HEXADECIMAL.matcher(number).matches()
            && !isTellingNumber(String.valueOf(Integer.parseUnsignedInt(number.substring(2), 16))));
  }

  private static boolean isTellingNumber(String digits) {
    return TellingValues.isTelling(new Value(Value.Kind.NUMBER, digits));
  }

  /** What a telling literal is by what it is a part of. */
  private Standing place(int literal) {
    Kind before = tokens.kind(literal - 1);
    Kind behind = tokens.kind(literal + 1);
    if (before == Kind.LEFT_BRACE || behind == Kind.RIGHT_BRACE) {
      return Standing.UNSURE;
    }
    boolean first = before == Kind.LEFT_PAREN;
    boolean last = behind == Kind.RIGHT_PAREN;
    if ((!first && before != Kind.COMMA) || (!last && behind != Kind.COMMA)) {
      return Standing.TELLING;
    }
    int bracket = first ? literal - 1 : last ? tokens.partner(literal + 1) : opening(literal - 1);
    return tokens.kind(bracket) == Kind.LEFT_PAREN
        ? argument(bracket, first && last)
        : Standing.UNSURE;
  }

  /** The bracket that opens what a token is in. */
  private int opening(int inside) {
    for (int token = inside; token >= 0; token--) {
      switch (tokens.kind(token)) {
        case RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET -> token = tokens.partner(token);
        case LEFT_PAREN, LEFT_BRACE, LEFT_BRACKET -> {
          return token;
        }
        default -> {}
      }
    }
    return 0;
  }

  /** What a literal is that stands in parentheses as an argument, or alone. */
  private Standing argument(int parenthesis, boolean alone) {
    Kind called = tokens.kind(parenthesis - 1);
    if (called.isName()) {
      return argumentOf(parenthesis - 1);
    }
    return switch (called) {
      case THIS, SUPER -> Standing.TELLING;
      case GREATER -> Standing.UNSURE;
      default -> alone ? Standing.TELLING : Standing.UNSURE;
    };
  }

  private Standing argumentOf(int name) {
    int first = name;
    while (tokens.kind(first - 1) == Kind.DOT && tokens.kind(first - 2).isName()) {
      first -= 2;
    }
    Kind before = tokens.kind(first - 1);
    if (before == Kind.NEW) {
      boolean exception = tokens.symbol(name).text().endsWith("Exception");
      return exception ? Standing.BESIDE_THE_POINT : Standing.TELLING;
    }
    // An annotation, type arguments, a cast, or the end of an annotation of a type.
    if (before == Kind.AT
        || before == Kind.GREATER
        || before == Kind.RIGHT_PAREN
        || before.isName()) {
      return Standing.UNSURE;
    }
    if (first == name || !LogNames.isOne(tokens.symbol(name - 2).text())) {
      return Standing.TELLING;
    }
    return before == Kind.DOT ? Standing.UNSURE : Standing.BESIDE_THE_POINT;
  }
}
