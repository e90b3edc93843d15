package dev.ssot.rules.codebase.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.ssot.rules.codebase.Value;
import dev.ssot.rules.codebase.Value.Kind;
import dev.ssot.rules.model.DottedNames;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates simple constant expressions: literals, arithmetic, joined strings, durations, and names
 * of constants of the same file. The name of any other constant is an alias.
 */
final class Evaluator {

  private static final int DEEPEST = 40;
  private static final int MOST_DIGITS = 40;
  private static final Map<String, BigDecimal> MILLISECONDS =
      Map.of(
          "nanos",
          new BigDecimal("0.000001"),
          "nanoseconds",
          new BigDecimal("0.000001"),
          "micros",
          new BigDecimal("0.001"),
          "microseconds",
          new BigDecimal("0.001"),
          "millis",
          BigDecimal.ONE,
          "milliseconds",
          BigDecimal.ONE,
          "seconds",
          BigDecimal.valueOf(1_000),
          "minutes",
          BigDecimal.valueOf(60_000),
          "hours",
          BigDecimal.valueOf(3_600_000),
          "days",
          BigDecimal.valueOf(86_400_000));
  private static final Map<String, String> KNOWN =
      Map.of(
          "Integer.MAX_VALUE", String.valueOf(Integer.MAX_VALUE),
          "Integer.MIN_VALUE", String.valueOf(Integer.MIN_VALUE),
          "Long.MAX_VALUE", String.valueOf(Long.MAX_VALUE),
          "Short.MAX_VALUE", String.valueOf(Short.MAX_VALUE));

  private final Map<String, Optional<Expression>> initializers;

  Evaluator(Map<String, Optional<Expression>> initializers) {
    this.initializers = initializers;
  }

  /** The value of an expression, if it is simple. */
  Optional<Value> value(Expression expression) {
    return value(expression, 0);
  }

  private Optional<Value> value(Expression expression, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (expression.isEnclosedExpr()) {
      return value(expression.asEnclosedExpr().getInner(), depth + 1);
    }
    if (expression.isCastExpr()) {
      return value(expression.asCastExpr().getExpression(), depth + 1);
    }
    if (expression instanceof UnaryExpr unary) {
      return negative(unary, depth);
    }
    if (expression instanceof BinaryExpr binary) {
      return combined(binary, depth);
    }
    if (expression instanceof MethodCallExpr call) {
      return time(call, depth);
    }
    return expression.isNameExpr() || expression.isFieldAccessExpr()
        ? named(expression, depth)
        : literal(expression);
  }

  /** The value of a literal. */
  static Optional<Value> literal(Expression expression) {
    if (expression instanceof StringLiteralExpr text) {
      return Optional.of(new Value(Kind.TEXT, text.asString()));
    }
    if (expression instanceof BooleanLiteralExpr truth) {
      return Optional.of(new Value(Kind.TRUTH, String.valueOf(truth.getValue())));
    }
    try {
      if (expression instanceof IntegerLiteralExpr whole) {
        return Optional.of(decimal(new BigDecimal(whole.asNumber().toString())));
      }
      if (expression instanceof LongLiteralExpr whole) {
        return Optional.of(decimal(new BigDecimal(whole.asNumber().toString())));
      }
      if (expression instanceof DoubleLiteralExpr broken) {
        return broken(broken.getValue());
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Value> broken(String written) {
    String digits = written.replace("_", "").replaceAll("[dDfF]$", "");
    return digits.length() > MOST_DIGITS || digits.matches("(?i)0x.*|.*e.{4,}")
        ? Optional.empty()
        : Optional.of(decimal(new BigDecimal(digits)));
  }

  /** What a text stands for: a number, a truth value, or itself. */
  static Value parsed(String text) {
    String bare = text.strip();
    if (bare.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
      return decimal(new BigDecimal(bare));
    }
    return bare.equalsIgnoreCase("true") || bare.equalsIgnoreCase("false")
        ? new Value(Kind.TRUTH, bare.toLowerCase(Locale.ROOT))
        : new Value(Kind.TEXT, bare);
  }

  /** What the text of a value stands for. */
  static Value parsed(Value value) {
    return value.kind() == Kind.TEXT ? parsed(value.text()) : value;
  }

  private static Value decimal(BigDecimal number) {
    return new Value(Kind.NUMBER, number.signum() == 0 ? "0" : plain(number));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private Optional<Value> negative(UnaryExpr unary, int depth) {
    return unary.getOperator() == UnaryExpr.Operator.MINUS
        ? number(unary.getExpression(), depth).map(BigDecimal::negate).map(Evaluator::decimal)
        : Optional.empty();
  }

  private Optional<BigDecimal> number(Expression expression, int depth) {
    return value(expression, depth + 1).flatMap(Evaluator::number);
  }

  private static Optional<BigDecimal> number(Value value) {
    return value.kind() == Kind.NUMBER && value.text().length() <= MOST_DIGITS
        ? Optional.of(new BigDecimal(value.text()))
        : Optional.empty();
  }

  private Optional<Value> combined(BinaryExpr binary, int depth) {
    Optional<Value> left = value(binary.getLeft(), depth + 1);
    Optional<Value> right = left.flatMap(known -> value(binary.getRight(), depth + 1));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    boolean text = left.get().kind() == Kind.TEXT && right.get().kind() == Kind.TEXT;
    if (text && binary.getOperator() == BinaryExpr.Operator.PLUS) {
      return Optional.of(new Value(Kind.TEXT, left.get().text() + right.get().text()));
    }
    return number(left.get())
        .flatMap(
            one ->
                number(right.get()).flatMap(other -> calculated(one, binary.getOperator(), other)))
        .map(Evaluator::decimal);
  }

  private static Optional<BigDecimal> calculated(
      BigDecimal one, BinaryExpr.Operator operator, BigDecimal other) {
    return switch (operator) {
      case PLUS -> Optional.of(one.add(other));
      case MINUS -> Optional.of(one.subtract(other));
      case MULTIPLY -> Optional.of(one.multiply(other));
      case LEFT_SHIFT ->
          other.signum() >= 0 && other.compareTo(BigDecimal.valueOf(62)) <= 0
              ? Optional.of(one.multiply(BigDecimal.valueOf(1L << other.intValue())))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** {@code Duration.ofSeconds(30)}, and {@code TimeUnit.SECONDS.toMillis(30)} as a number. */
  private Optional<Value> time(MethodCallExpr call, int depth) {
    String name = call.getNameAsString();
    String scope = call.getScope().map(Object::toString).orElse("");
    if (call.getArguments().size() != 1) {
      return Optional.empty();
    }
    Expression amount = call.getArgument(0);
    if (scope.endsWith("Duration") && name.startsWith("of")) {
      return in(unit(name.substring(2)), amount, depth)
          .map(time -> new Value(Kind.DURATION, plain(time)));
    }
    if (scope.contains("TimeUnit.") && name.startsWith("to")) {
      BigDecimal target = unit(name.substring(2)).orElse(BigDecimal.ZERO);
      return target.signum() == 0
          ? Optional.empty()
          : in(unit(DottedNames.last(scope)), amount, depth)
              .map(time -> decimal(time.divideToIntegralValue(target)));
    }
    return name.equals("valueOf") || name.equals("cached")
        ? value(amount, depth + 1)
        : Optional.empty();
  }

  private static Optional<BigDecimal> unit(String name) {
    return Optional.ofNullable(MILLISECONDS.get(name.toLowerCase(Locale.ROOT)));
  }

  private Optional<BigDecimal> in(Optional<BigDecimal> unit, Expression amount, int depth) {
    return unit.flatMap(size -> number(amount, depth).map(size::multiply));
  }

  private Optional<Value> named(Expression name, int depth) {
    String known = KNOWN.get(name.toString());
    if (known != null) {
      return Optional.of(new Value(Kind.NUMBER, known));
    }
    if (name.isNameExpr()) {
      Optional<Expression> initializer =
          initializers.getOrDefault(name.asNameExpr().getNameAsString(), Optional.empty());
      if (initializer.isPresent()) {
        return value(initializer.get(), depth + 1);
      }
    }
    String alias = Labels.constantName(name);
    return alias.isEmpty() ? Optional.empty() : Optional.of(new Value(Kind.ALIAS, alias));
  }
}
