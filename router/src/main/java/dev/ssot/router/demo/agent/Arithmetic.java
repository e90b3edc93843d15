package dev.ssot.router.demo.agent;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Evaluates {@code + - * / ^}, brackets and decimal numbers, as written on paper: {@code ^} before
 * {@code * /} before {@code + -}, powers from right to left, to 16 digits. Recursion is as deep as
 * the text is long, which whoever calls must bound.
 */
final class Arithmetic {

  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final char END = '\0';

  private final String text;
  private int at;

  private Arithmetic(String text) {
    this.text = text;
  }

  /** The value, or why there is none. */
  static BigDecimal evaluate(String expression) throws ToolFailed {
    Arithmetic arithmetic = new Arithmetic(expression);
    try {
      BigDecimal value = arithmetic.sum();
      if (arithmetic.peek() != END) {
        throw arithmetic.unexpected();
      }
      return value.round(DIGITS).stripTrailingZeros();
    } catch (ArithmeticException impossible) {
      throw new ToolFailed("That has no value: " + impossible.getMessage());
    }
  }

  private BigDecimal sum() throws ToolFailed {
    BigDecimal value = product();
    while (true) {
      if (take('+')) {
        value = value.add(product(), DIGITS);
      } else if (take('-')) {
        value = value.subtract(product(), DIGITS);
      } else {
        return value;
      }
    }
  }

  private BigDecimal product() throws ToolFailed {
    BigDecimal value = signed();
    while (true) {
      if (take('*')) {
        value = value.multiply(signed(), DIGITS);
      } else if (take('/')) {
        value = quotient(value, signed());
      } else {
        return value;
      }
    }
  }

  private BigDecimal signed() throws ToolFailed {
    return take('-') ? signed().negate() : power();
  }

  private BigDecimal power() throws ToolFailed {
    BigDecimal base = atom();
    if (!take('^')) {
      return base;
    }
    BigDecimal exponent = signed();
    if (exponent.signum() < 0 && base.signum() == 0) {
      throw new ToolFailed("That divides by zero");
    }
    return base.pow(exponent.intValueExact(), DIGITS);
  }

  private BigDecimal atom() throws ToolFailed {
    if (take('(')) {
      BigDecimal inside = sum();
      if (!take(')')) {
        throw unexpected();
      }
      return inside;
    }
    peek();
    int start = at;
    while (at < text.length() && isPartOfNumber(text.charAt(at))) {
      at++;
    }
    try {
      return new BigDecimal(text.substring(start, at));
    } catch (NumberFormatException none) {
      at = start;
      throw unexpected();
    }
  }

  private static BigDecimal quotient(BigDecimal value, BigDecimal divisor) throws ToolFailed {
    if (divisor.signum() == 0) {
      throw new ToolFailed("That divides by zero");
    }
    return value.divide(divisor, DIGITS);
  }

  private static boolean isPartOfNumber(char character) {
    return character == '.' || (character >= '0' && character <= '9');
  }

  private boolean take(char wanted) {
    boolean taken = peek() == wanted;
    at += taken ? 1 : 0;
    return taken;
  }

  /** The next character that is no space. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private ToolFailed unexpected() {
    return new ToolFailed(
        peek() == END
            ? "`%s` ends too early".formatted(text)
            : "`%s` makes no sense at character %d".formatted(text, at + 1));
  }
}
