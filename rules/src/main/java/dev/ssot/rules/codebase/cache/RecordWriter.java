package dev.ssot.rules.codebase.cache;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes values of the model as bytes, whatever records they are made of, which {@link
 * RecordReader} reads back.
 *
 * <p>Each value begins with the place of its {@link Tag}; a text that was written before is a
 * number.
 */
final class RecordWriter {

  /** What a value is. */
  enum Tag {
    TEXT,
    TEXT_AGAIN,
    INTEGER,
    LONG,
    DOUBLE,
    TRUE,
    FALSE,
    DAY,
    LIST,
    SET,
    MAP,
    NOTHING,
    SOMETHING,
    CONSTANT,
    RECORD
  }

  private final ByteSink sink;
  private final Map<String, Integer> texts = new HashMap<>();

  RecordWriter(ByteSink sink) {
    this.sink = sink;
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it is of a type that no record of the model holds
   */
  void value(Object value) {
    if (value instanceof Record record) {
      record(record);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Enum<?> constant) {
      tag(Tag.CONSTANT);
      text(constant.getDeclaringClass().getName());
      text(constant.name());
    } else if (value instanceof Collection<?> all) {
      collection(all);
    } else if (value instanceof Map<?, ?> map) {
      tag(Tag.MAP);
      sink.number(map.size());
      map.forEach(
          (key, held) -> {
            value(key);
            value(held);
          });
    } else if (value instanceof Optional<?> optional) {
      tag(optional.isPresent() ? Tag.SOMETHING : Tag.NOTHING);
      optional.ifPresent(this::value);
    } else {
      simple(value);
    }
  }

  private void simple(Object value) {
    if (value instanceof Integer number) {
      tag(Tag.INTEGER);
      sink.difference(number);
    } else if (value instanceof Long number) {
      tag(Tag.LONG);
      sink.fixed((long) number);
    } else if (value instanceof Double number) {
      tag(Tag.DOUBLE);
      sink.fixed(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean flag) {
      tag(flag ? Tag.TRUE : Tag.FALSE);
    } else if (value instanceof LocalDate day) {
      tag(Tag.DAY);
      sink.fixed(day.toEpochDay());
    } else {
      throw new IllegalArgumentException("A value of " + value.getClass() + " cannot be kept");
    }
  }

  private void collection(Collection<?> all) {
    if (!(all instanceof List || all instanceof Set)) {
      throw new IllegalArgumentException("A value of " + all.getClass() + " cannot be kept");
    }
    tag(all instanceof List ? Tag.LIST : Tag.SET);
    sink.number(all.size());
    all.forEach(this::value);
  }

  private void record(Record record) {
    tag(Tag.RECORD);
    text(record.getClass().getName());
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        value(accessor.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(component + " cannot be kept", e);
      }
    }
  }

  private void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    if (known == null) {
      tag(Tag.TEXT);
      sink.text(text);
    } else {
      tag(Tag.TEXT_AGAIN);
      sink.number(known);
    }
  }

  // The file is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  private void tag(Tag tag) {
    sink.number(tag.ordinal());
  }
}
