package dev.ssot.router.protocol;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object of a payload, sorted by name. Objects of messages are small and made
 * once, so that two arrays cost less than a tree, to make as well as to keep. Immutable, as far as
 * its values are.
 */
final class Fields extends AbstractMap<String, @Nullable Object> {

  private final String[] names;
  private final @Nullable Object[] values;

  private Fields(String[] names, @Nullable Object[] values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields fields
        ? Arrays.equals(names, fields.names) && Arrays.equals(values, fields.values)
        : super.equals(other);
  }

  /** What the hash of a map must be, without an object for each entry. */
  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < names.length; i++) {
      sum += names[i].hashCode() ^ Objects.hashCode(values[i]);
    }
    return sum;
  }

  private int place(@Nullable Object name) {
    return name instanceof String text ? Arrays.binarySearch(names, text) : -1;
  }

  private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

    @Override
    public int size() {
      return names.length;
    }

    @Override
    public Iterator<Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < names.length;
        }

        @Override
        public Entry<String, @Nullable Object> next() {
          if (next == names.length) {
            throw new NoSuchElementException("The object has %s fields".formatted(next));
          }
          return new SimpleImmutableEntry<>(names[next], values[next++]);
        }
      };
    }
  }

  /** Fields in the making, in any order. Not safe for use by several threads. */
  static final class Builder {

    /** Fields that are put in their places one by one; what has more is sorted at the end. */
    private static final int FEW = 16;

    private String[] names;
    private @Nullable Object[] values;
    private int size;
    private boolean twins;

    Builder(int room) {
      names = new String[room];
      values = new Object[room];
    }

    void add(String name, @Nullable Object value) {
      if (size == names.length) {
        names = Arrays.copyOf(names, 2 * size + 2);
        values = Arrays.copyOf(values, 2 * size + 2);
      }
      int place = size++;
      int order = -1;
      while (place > 0 && size <= FEW && (order = name.compareTo(names[place - 1])) < 0) {
        names[place] = names[place - 1];
        values[place] = values[place - 1];
        place--;
      }
      twins |= order == 0;
      names[place] = name;
      values[place] = value;
    }

    /** Whether two fields have one name, which the fields of an object have not. */
    boolean hasTwins() {
      if (size > FEW) {
        sort();
      }
      return twins;
    }

    Fields build() {
      if (size > FEW) {
        sort();
      }
      return size == names.length
          ? new Fields(names, values)
          : new Fields(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }

    private void sort() {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        sorted.put(names[i], values[i]);
      }
      twins |= sorted.size() < size;
      size = 0;
      sorted.forEach(
          (name, value) -> {
            names[size] = name;
            values[size++] = value;
          });
    }
  }
}
