package dev.ssot.router.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed access to what a schema's keywords say. */
final class SchemaText {

  private SchemaText() {}

  static Map<String, @Nullable Object> object(String place, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      @SuppressWarnings("unchecked") // The reader makes no keys but texts.
      Map<String, @Nullable Object> keyed = (Map<String, @Nullable Object>) object;
      return keyed;
    }
    throw wrong(place, "an object");
  }

  static List<?> array(String place, @Nullable Object value) {
    if (value instanceof List<?> array && !array.isEmpty()) {
      return array;
    }
    throw wrong(place, "an array with elements");
  }

  static String text(String place, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(place, "a text");
  }

  /** One text, or several. */
  static List<String> texts(String place, @Nullable Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (Object element : array(place, value)) {
      texts.add(text(place, element));
    }
    return List.copyOf(texts);
  }

  static BigDecimal number(String place, @Nullable Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw wrong(place, "a number");
  }

  static int count(String place, @Nullable Object value) {
    if (value instanceof Integer count && count >= 0) {
      return count;
    }
    throw wrong(place, "a whole number from 0");
  }

  private static IllegalArgumentException wrong(String place, String wanted) {
    return new IllegalArgumentException("`%s` is not %s; correct it".formatted(place, wanted));
  }
}
