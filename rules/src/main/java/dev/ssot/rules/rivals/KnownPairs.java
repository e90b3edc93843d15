package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was found out of two types at a time, also at the look before as far as it holds. Not safe
 * for concurrent use.
 */
final class KnownPairs<T> {

  private final Map<Long, T> known = new HashMap<>();
  private final ToIntFunction<TypeEntry> idBefore;
  private Map<Long, T> before;

  private KnownPairs(Map<Long, T> before, ToIntFunction<TypeEntry> idBefore) {
    this.before = before;
    this.idBefore = idBefore;
  }

  /** Nothing is known. */
  static <T> KnownPairs<T> none() {
    return new KnownPairs<>(Map.of(), entry -> -1);
  }

  /**
   * What is known one look later.
   *
   * @param idBefore the id that a type had, or -1 if what was known of it does not hold
   */
  KnownPairs<T> next(ToIntFunction<TypeEntry> idBefore) {
    return new KnownPairs<>(known, idBefore);
  }

  /** What was written. */
  static <T> KnownPairs<T> read(ByteSource source, Function<ByteSource, T> one) {
    KnownPairs<T> pairs = none();
    for (int rest = source.number(); rest > 0; rest--) {
      long pair = source.fixedLong();
      pairs.known.put(pair, one.apply(source));
    }
    return pairs;
  }

  void write(ByteSink sink, BiConsumer<T, ByteSink> one) {
    sink.number(known.size());
    new TreeMap<>(known)
        .forEach(
            (pair, what) -> {
              sink.fixed((long) pair);
              one.accept(what, sink);
            });
  }

  /** What is known of two types, or else is found out now. */
  T of(TypeEntry one, TypeEntry other, Supplier<T> finding) {
    return of(one, other, Optional::of, finding);
  }

  /**
   * The same where more is asked of what was known.
   *
   * @param now what was found out at the look before as it is to be said now, if it holds
   */
  T of(TypeEntry one, TypeEntry other, Function<T, Optional<T>> now, Supplier<T> finding) {
    Long pair = pair(one.id(), other.id());
    T found = known.get(pair);
    if (found == null) {
      found = earlier(one, other).flatMap(now).orElseGet(finding);
      known.put(pair, found);
    }
    return found;
  }

  private Optional<T> earlier(TypeEntry one, TypeEntry other) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int first = idBefore.applyAsInt(one);
    int second = idBefore.applyAsInt(other);
    return first < 0 || second < 0
        ? Optional.empty()
        : Optional.ofNullable(before.get(pair(first, second)));
  }

  private static long pair(int one, int other) {
    return ((long) one << Integer.SIZE) | other;
  }

  /** Lets go of the look before. */
  void forget() {
    before = Map.of();
  }
}
