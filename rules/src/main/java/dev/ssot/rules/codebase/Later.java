package dev.ssot.rules.codebase;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, and once.
 *
 * <p>Two of them are equal if their values are. Safe for concurrent use.
 */
public final class Later<T> implements Supplier<T> {

  private @Nullable Supplier<T> source;
  private volatile @Nullable T value;

  private Later(@Nullable Supplier<T> source, @Nullable T value) {
    this.source = source;
    this.value = value;
  }

  /** A value that is there already. */
  public static <T> Later<T> of(T value) {
    return new Later<>(null, value);
  }

  /** A value that is made by a source, which is forgotten afterwards. */
  public static <T> Later<T> by(Supplier<T> source) {
    return new Later<>(source, null);
  }

  @Override
  public T get() {
    T known = value;
    return known == null ? made() : known;
  }

  private synchronized T made() {
    T known = value;
    if (known == null) {
      known = Objects.requireNonNull(source).get();
      value = known;
      source = null;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Later<?> that && get().equals(that.get()));
  }

  @Override
  public int hashCode() {
    return get().hashCode();
  }

  @Override
  public String toString() {
    return get().toString();
  }
}
