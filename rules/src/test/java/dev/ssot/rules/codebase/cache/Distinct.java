package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.Fingerprints;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Region;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes values of records whose components are all different, as far as their types allow.
 *
 * <p>A codec that forgets a component, or takes one for another, does not give such a record back.
 */
final class Distinct {

  private static final String[] ALPHABETS = {
    "abc", "äöÿ", "łπ漢", "\uD83D\uDE00", "\uD800", "\uDC00"
  };

  /** Components that take numbers up to 100 only. */
  private static final Set<String> PERCENTAGES = Set.of("percent", "confidence", "similarity");

  private final Random random;
  private final Map<Class<?>, Integer> constants = new HashMap<>();
  private final Set<Class<?>> records = new HashSet<>();
  private int next = 1;

  Distinct(long seed) {
    random = new Random(seed);
  }

  /** The types of record that values were made of. */
  Set<Class<?>> records() {
    return records;
  }

  /** The enums and sealed interfaces of which values were made, with how many. */
  Map<Class<?>, Integer> constants() {
    return constants;
  }

  <T> T value(Class<T> type) {
    return type.cast(value((Type) type));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return random.nextBoolean() ? Optional.of(value(element)) : Optional.empty();
      }
      if (generic.getRawType() == Later.class) {
        return Later.of(value(element));
      }
      if (generic.getRawType() == Map.class) {
        return Map.of(value(element), value(generic.getActualTypeArguments()[1]));
      }
      return generic.getRawType() == List.class ? list(element) : set(element);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text();
    }
    if (raw == int.class) {
      return random.nextInt(8) == 0 ? Integer.MAX_VALUE - next++ : next++;
    }
    if (raw == long.class) {
      return random.nextLong();
    }
    if (raw == double.class) {
      return random.nextDouble();
    }
    if (raw == LocalDate.class) {
      return LocalDate.ofEpochDay(next++);
    }
    if (raw == Fingerprint.class) {
      return new Fingerprint("v1:" + text());
    }
    if (raw.isSealed()) {
      int at = constants.merge(raw, 1, Integer::sum) - 1;
      return value(raw.getPermittedSubclasses()[at % raw.getPermittedSubclasses().length]);
    }
    if (raw == boolean.class) {
      return random.nextBoolean();
    }
    if (raw == Fingerprints.class) {
      int[] some = random.ints(random.nextInt(40)).toArray();
      return Fingerprints.of(some, some.length);
    }
    if (raw == Region.class) {
      return region();
    }
    if (raw.isEnum()) {
      int at = constants.merge(raw, 1, Integer::sum) - 1;
      return raw.getEnumConstants()[at % raw.getEnumConstants().length];
    }
    return record(raw);
  }

  private Object record(Class<?> type) {
    assertRecord(type);
    records.add(type);
    try {
      RecordComponent[] components = type.getRecordComponents();
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      List<Object> values = new ArrayList<>();
      for (RecordComponent component : components) {
        boolean share = PERCENTAGES.contains(component.getName());
        values.add(share ? (Object) random.nextInt(101) : value(component.getGenericType()));
      }
      return constructor.newInstance(values.toArray());
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new LinkageError("No value of " + type, e);
    }
  }

  private static void assertRecord(Class<?> type) {
    if (!type.isRecord()) {
      throw new AssertionError("The facts hold a " + type + ", which this test cannot make");
    }
  }

  /** Two lines or one, with columns in any order. */
  private Region region() {
    records.add(Region.class);
    int line = 1 + random.nextInt(1 << 20);
    int column = 1 + random.nextInt(300);
    int more = random.nextInt(3);
    return new Region(
        line,
        column,
        line + more,
        more == 0 ? column + random.nextInt(90) : 1 + random.nextInt(90));
  }

  private String text() {
    if (random.nextInt(50) == 0) {
      return "long".repeat(1 << random.nextInt(14));
    }
    return ALPHABETS[random.nextInt(ALPHABETS.length)] + next++;
  }

  private List<Object> list(Type element) {
    List<Object> list = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      list.add(value(element));
    }
    return list;
  }

  private Set<Object> set(Type element) {
    return new HashSet<>(list(element));
  }
}
