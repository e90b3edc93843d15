package dev.ssot.router.wire;

import dev.ssot.router.wire.SchemaCheck.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keywords about one value. A keyword for another type than the value's says nothing. */
final class ValueChecks {

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  private ValueChecks() {}

  static SchemaCheck type(List<String> types) {
    if (!TYPES.containsAll(types)) {
      throw new IllegalArgumentException("`type` is %s; give some of %s".formatted(types, TYPES));
    }
    return value ->
        holds(
            types.stream().anyMatch(type -> is(type, value)),
            "must be " + String.join(" or ", types));
  }

  static SchemaCheck oneOfTexts(List<String> texts) {
    return value ->
        holds(value instanceof String text && texts.contains(text), "must be one of " + texts);
  }

  static SchemaCheck minLength(int least) {
    return length(length -> length >= least, "must have %d characters or more".formatted(least));
  }

  static SchemaCheck maxLength(int most) {
    return length(length -> length <= most, "must have %d characters or fewer".formatted(most));
  }

  static SchemaCheck minItems(int least) {
    return items(size -> size >= least, "must have %d elements or more".formatted(least));
  }

  static SchemaCheck maxItems(int most) {
    return items(size -> size <= most, "must have %d elements or fewer".formatted(most));
  }

  static SchemaCheck minimum(BigDecimal least) {
    return number(number -> number.compareTo(least) >= 0, "must be %s or more".formatted(least));
  }

  static SchemaCheck maximum(BigDecimal most) {
    return number(number -> number.compareTo(most) <= 0, "must be %s or less".formatted(most));
  }

  private static SchemaCheck length(IntPredicate good, String text) {
    return value ->
        value instanceof String string
            ? holds(good.test(string.codePointCount(0, string.length())), text)
            : Optional.empty();
  }

  private static SchemaCheck items(IntPredicate good, String text) {
    return value ->
        value instanceof List<?> array ? holds(good.test(array.size()), text) : Optional.empty();
  }

  private static SchemaCheck number(Predicate<BigDecimal> good, String text) {
    return value ->
        value instanceof Number number ? holds(good.test(exact(number)), text) : Optional.empty();
  }

  private static BigDecimal exact(Number number) {
    return number instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : new BigDecimal(number.toString());
  }

  private static boolean is(String type, @Nullable Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "number" -> value instanceof Number;
      case "integer" -> isWhole(value);
      case "boolean" -> value instanceof Boolean;
      default -> value == null;
    };
  }

  private static boolean isWhole(@Nullable Object value) {
    if (value instanceof Double real) {
      return real == Math.rint(real);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() == 0 || decimal.stripTrailingZeros().scale() <= 0;
    }
    return value instanceof Long || value instanceof BigInteger;
  }

  private static Optional<Violation> holds(boolean good, String text) {
    return good ? Optional.empty() : Violation.of(text);
  }
}
