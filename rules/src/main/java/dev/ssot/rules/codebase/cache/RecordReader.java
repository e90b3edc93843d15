package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.cache.RecordWriter.Tag;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads values of the model back from the bytes that a {@link RecordWriter} wrote.
 *
 * <p>Only records and constants of this module come into being, by their own constructors, whatever
 * the bytes say. Bytes that nobody wrote so end in some {@link RuntimeException}.
 */
final class RecordReader {

  private static final String OURS = "dev.ssot.rules.";
  private static final List<Tag> TAGS = List.of(Tag.values());

  private final ByteSource source;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Constructor<?>> constructors = new HashMap<>();
  private final Map<String, Map<String, Object>> constants = new HashMap<>();

  RecordReader(ByteSource source) {
    this.source = source;
  }

  /** The next value. */
  Object value() {
    Tag tag = TAGS.get(source.number());
    return switch (tag) {
      case TEXT, TEXT_AGAIN -> text(tag);
      case INTEGER -> source.difference();
      case LONG -> source.fixedLong();
      case DOUBLE -> Double.longBitsToDouble(source.fixedLong());
      case TRUE -> true;
      case FALSE -> false;
      case DAY -> LocalDate.ofEpochDay(source.fixedLong());
      case LIST -> list();
      case SET -> set();
      case MAP -> map();
      case NOTHING -> Optional.empty();
      case SOMETHING -> Optional.of(value());
      case CONSTANT -> constant(text(), text());
      case RECORD -> record(text());
    };
  }

  private List<Object> list() {
    int count = source.number();
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(value());
    }
    return all;
  }

  private Set<Object> set() {
    return new LinkedHashSet<>(list());
  }

  private Map<Object, Object> map() {
    int count = source.number();
    Map<Object, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object key = value();
      all.put(key, value());
    }
    return all;
  }

  private String text() {
    return text(TAGS.get(source.number()));
  }

  private String text(Tag tag) {
    if (tag == Tag.TEXT_AGAIN) {
      return texts.get(source.number());
    }
    String text = source.text();
    texts.add(text);
    return text;
  }

  private Object constant(String type, String name) {
    Object found = constants.computeIfAbsent(type, RecordReader::constants).get(name);
    if (found == null) {
      throw new IllegalArgumentException("There is no constant " + name + " of " + type);
    }
    return found;
  }

  private static Map<String, Object> constants(String type) {
    Map<String, Object> byName = new HashMap<>();
    for (Object constant : type(type).getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    return byName;
  }

  private Object record(String type) {
    Constructor<?> constructor = constructors.computeIfAbsent(type, RecordReader::constructor);
    Object[] components = new Object[constructor.getParameterCount()];
    for (int i = 0; i < components.length; i++) {
      components[i] = value();
    }
    try {
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("No value of " + type, e);
    }
  }

  private static Constructor<?> constructor(String type) {
    Class<?> record = type(type);
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " cannot be made", e);
    }
  }

  private static Class<?> type(String name) {
    if (!name.startsWith(OURS)) {
      throw new IllegalArgumentException(name + " is no type of this module");
    }
    try {
      Class<?> type = Class.forName(name, false, RecordReader.class.getClassLoader());
      if (!type.isRecord() && !type.isEnum()) {
        throw new IllegalArgumentException(name + " is no record and no enum");
      }
      return type;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("There is no type " + name, e);
    }
  }
}
