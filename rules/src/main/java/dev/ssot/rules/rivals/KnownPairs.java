package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of two types at a time, also at the look before as far as it holds. Not safe
 * for concurrent use.
 */
final class KnownPairs<T> {

  private final Map<Long, T> known = new HashMap<>();
  private final Predicate<TypeEntry> holds;
  private Map<Long, T> before;

  private KnownPairs(Map<Long, T> before, Predicate<TypeEntry> holds) {
    this.before = before;
    this.holds = holds;
  }

  /** Nothing is known. */
  static <T> KnownPairs<T> none() {
    return new KnownPairs<>(Map.of(), entry -> false);
  }

  /**
   * What is known one look later, in a codebase whose types have the same ids.
   *
   * @param holds whether what was known of a type holds
   */
  KnownPairs<T> next(Predicate<TypeEntry> holds) {
    return new KnownPairs<>(known, holds);
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
    return of(one, other, earlier -> true, finding);
  }

  /**
   * The same where more is asked of what was known.
   *
   * @param stillHolds asked of what was found out at the look before
   */
  T of(TypeEntry one, TypeEntry other, Predicate<T> stillHolds, Supplier<T> finding) {
    Long pair = ((long) one.id() << Integer.SIZE) | other.id();
    T now = known.get(pair);
    if (now == null) {
      T earlier = earlier(pair, one, other);
      now = earlier == null || !stillHolds.test(earlier) ? finding.get() : earlier;
      known.put(pair, now);
    }
    return now;
  }

  private @Nullable T earlier(Long pair, TypeEntry one, TypeEntry other) {
    T earlier = before.get(pair);
    return earlier != null && holds.test(one) && holds.test(other) ? earlier : null;
  }

  /** Lets go of the look before. */
  void forget() {
    before = Map.of();
  }
}
