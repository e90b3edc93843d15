package dev.ssot.router.protocol;

import dev.ssot.router.limits.MessageLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One deep copy of a JSON object, counting its size on the way. Confined to one thread. */
final class PayloadCopy {

  private int bytes;
  private boolean decimals;

  int bytes() {
    return bytes;
  }

  /** Whether there is a decimal number in it, which JSON does not tell from a double. */
  boolean hasDecimals() {
    return decimals;
  }

  /** What {@link PlainJson} has read is a copy already, and only measured. */
  Fields whole(Map<?, ?> source, Place place) {
    if (source instanceof Fields read) {
      measure(read, place, 1);
      return read;
    }
    return object(source, place, 1);
  }

  private void measure(@Nullable Object value, Place place, int depth) {
    if (value instanceof Fields object) {
      requireDepth(place, depth);
      object.forEach(
          (name, one) -> {
            count(JsonSize.ofText(name) + 1);
            measure(one, place, depth + 1);
          });
      countFrame(object.size());
    } else if (value instanceof List<?> array) {
      requireDepth(place, depth);
      array.forEach(one -> measure(one, place, depth + 1));
      countFrame(array.size());
    } else if (value instanceof String text) {
      count(JsonSize.ofText(text));
    } else {
      count(JsonSize.ofScalar(value));
      decimals |= value instanceof BigDecimal;
    }
  }

  private Fields object(Map<?, ?> source, Place place, int depth) {
    requireDepth(place, depth);
    Fields.Builder copy = new Fields.Builder(source.size());
    for (Map.Entry<?, ?> field : source.entrySet()) {
      String key = wellFormed(key(field.getKey(), place), place);
      count(JsonSize.ofText(key) + 1);
      copy.add(key, value(field.getValue(), place, key, depth + 1));
    }
    Fields fields = copy.build();
    countFrame(fields.size());
    return fields;
  }

  /** The same map, once every key is known to be a text. */
  static Map<String, @Nullable Object> keyed(Map<?, ?> source, String place) {
    Map<String, @Nullable Object> keyed = new LinkedHashMap<>();
    source.forEach((key, value) -> keyed.put(key(key, Place.root(place)), value));
    return keyed;
  }

  private static String key(@Nullable Object key, Place place) {
    if (key instanceof String name) {
      return name;
    }
    throw new IllegalArgumentException("A key of %s is %s; give a String".formatted(place, key));
  }

  private List<@Nullable Object> array(List<?> source, Place place, int depth) {
    requireDepth(place, depth);
    List<@Nullable Object> copy = new ArrayList<>(source.size());
    for (Object element : source) {
      copy.add(value(element, place, copy.size(), depth + 1));
    }
    countFrame(copy.size());
    return Collections.unmodifiableList(copy);
  }

  private @Nullable Object value(@Nullable Object value, Place outer, Object step, int depth) {
    if (value instanceof Map<?, ?> object) {
      return object(object, outer.at(step), depth);
    }
    if (value instanceof List<?> array) {
      return array(array, outer.at(step), depth);
    }
    if (value instanceof String text) {
      if (!Unicode.isWellFormed(text)) {
        wellFormed(text, outer.at(step));
      }
      count(JsonSize.ofText(text));
      return text;
    }
    Object scalar = value == null ? null : scalar(value, outer, step);
    count(JsonSize.ofScalar(scalar));
    decimals |= scalar instanceof BigDecimal;
    return scalar;
  }

  private static String wellFormed(String text, Place place) {
    if (!Unicode.isWellFormed(text)) {
      throw new IllegalArgumentException(
          "%.80s has half a surrogate pair; give well-formed Unicode".formatted(place));
    }
    return text;
  }

  private static Object scalar(Object value, Place outer, Object step) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Double || value instanceof Float) {
      return finite(((Number) value).doubleValue(), outer, step);
    }
    if (value instanceof BigInteger whole && isLong(whole)) {
      return whole.longValue();
    }
    if (value instanceof Boolean
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal) {
      return value;
    }
    throw new IllegalArgumentException(
        "%s is a %s; give text, number, boolean, null, List or Map"
            .formatted(outer.at(step), value.getClass().getName()));
  }

  static boolean isLong(BigInteger whole) {
    return whole.bitLength() < Long.SIZE;
  }

  private static Double finite(double number, Place outer, Object step) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(
          "%s is %s, which JSON can't say; give a finite number".formatted(outer.at(step), number));
    }
    return number;
  }

  private static void requireDepth(Place place, int depth) {
    if (depth > MessageLimits.DEEPEST) {
      throw new IllegalArgumentException(
          "%.80s is nested deeper than %d levels; flatten it"
              .formatted(place, MessageLimits.DEEPEST));
    }
  }

  /** Brackets and the commas between the elements. */
  private void countFrame(int elements) {
    count(2 + Math.max(0, elements - 1));
  }

  private void count(int more) {
    bytes = Math.addExact(bytes, more);
  }
}
