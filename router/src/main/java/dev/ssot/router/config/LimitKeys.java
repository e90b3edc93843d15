package dev.ssot.router.config;

import dev.ssot.router.limits.Bytes;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names that the components of a record of limits have in a file. */
final class LimitKeys {

  private LimitKeys() {}

  static List<String> of(Class<?> limits) {
    return Arrays.stream(limits.getRecordComponents()).map(LimitKeys::of).toList();
  }

  static String of(RecordComponent component) {
    return of(component.getName());
  }

  /** In kebab case: {@code perUser} is {@code per-user}. */
  static String of(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** What a component of a record is at the moment. */
  static Object value(Record limits, RecordComponent component) {
    try {
      return component.getAccessor().invoke(limits);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Limits are public records", impossible);
    }
  }

  /** A limit as it is written in a file. */
  static String text(RecordComponent component, Object value) {
    if (value instanceof Duration time) {
      return Units.text(time);
    }
    return component.isAnnotationPresent(Bytes.class)
        ? Units.text(((Number) value).longValue())
        : String.valueOf(value);
  }
}
