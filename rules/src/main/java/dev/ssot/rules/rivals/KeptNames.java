package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names with their numbers, which are looked for where they were written: a table of hashes with
 * open addressing, and a text for each number that is decoded when it is asked for. Immutable.
 */
final class KeptNames {

  private static final int SPREAD = 0x9E3779B9;
  private static final int FREE = -1;

  /** The number of a name at the place of its hash, or {@link #FREE}. */
  private final int[] places;

  private final int[] starts;
  private final ByteSource texts;
  private final @Nullable String[] known;

  private KeptNames(int[] places, int[] starts, ByteSource texts) {
    this.places = places;
    this.starts = starts;
    this.texts = texts;
    this.known = new @Nullable String[starts.length];
  }

  /** No names. */
  static KeptNames none() {
    return new KeptNames(new int[] {FREE}, new int[0], new ByteSource(new byte[0]));
  }

  /** The names that were written. */
  static KeptNames read(ByteSource source) {
    int size = source.number();
    int[] places = source.fixed(source.number());
    boolean somePlaceIsFree = false;
    for (int number : places) {
      somePlaceIsFree |= number == FREE;
    }
    if (size < 0 || Integer.bitCount(places.length) != 1 || !somePlaceIsFree) {
      throw new IllegalArgumentException(places.length + " places for " + size + " names");
    }
    return new KeptNames(places, source.fixed(size), source.part());
  }

  /** Writes all names that have a number. */
  static void write(Numbers.OfNames names, ByteSink sink) {
    int size = names.size();
    int[] places = new int[Integer.highestOneBit(size + 1) << 2];
    Arrays.fill(places, FREE);
    int[] starts = new int[size];
    ByteSink texts = new ByteSink();
    for (int number = 0; number < size; number++) {
      String name = names.name(number);
      int place = first(name, places.length);
      while (places[place] != FREE) {
        place = (place + 1) & (places.length - 1);
      }
      places[place] = number;
      starts[number] = texts.size();
      texts.text(name);
    }
    sink.number(size);
    sink.number(places.length);
    sink.fixed(places);
    sink.fixed(starts);
    sink.part(texts);
  }

  private static int first(String name, int places) {
    return places == 1
        ? 0
        : (name.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(places) + 1);
  }

  /** How many there are. */
  int size() {
    return starts.length;
  }

  /** The number of a name, or -1 if it has none. */
  int number(String name) {
    int place = first(name, places.length);
    while (places[place] != FREE && !name(places[place]).equals(name)) {
      place = (place + 1) & (places.length - 1);
    }
    return places[place];
  }

  /** The name that has a number. */
  String name(int number) {
    String name = known[number];
    if (name == null) {
      name = texts.from(starts[number]).text();
      known[number] = name;
    }
    return name;
  }
}
