package dev.ssot.router.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as an immutable value of plain Java: strings, booleans, {@code Long}, {@code
 * Double}, {@code BigInteger}, {@code BigDecimal}, null, lists and maps with string keys.
 *
 * <p>What it is made of is copied deeply and normalised (an {@code Integer} becomes a {@code
 * Long}), so that equal JSON is equal here and in bytes: fields are sorted by name. Anything else,
 * a number that JSON can't say and nesting deeper than {@link
 * dev.ssot.router.limits.MessageLimits#DEEPEST} are refused with an {@code
 * IllegalArgumentException} that names the place. Safe to share between threads.
 */
public final class Payload {

  private static final String TEXT = "text";
  private static final Place WHOLE = Place.root("payload");
  private static final Payload EMPTY = of(Map.of());

  /** The object as it was made; null in one that is kept as JSON only. */
  private final @Nullable Fields made;

  /** Where the object as JSON is; null in one that was made and need not be kept whole. */
  private final byte @Nullable [] json;

  /** Where in {@link #json} it begins; it has {@link #bytes} bytes. */
  private final int start;

  private final int bytes;
  private final boolean decimals;

  /** What {@link #packed} has made. Whoever does not see it yet makes it again. */
  private @Nullable Payload packed;

  private Payload(Fields made, int bytes, boolean decimals) {
    this.made = made;
    this.bytes = bytes;
    this.decimals = decimals;
    json = null;
    start = 0;
  }

  private Payload(byte[] json) {
    this(json, 0, json.length);
  }

  /** What {@link #copyJson} has put into an array that is not changed where the JSON is. */
  Payload(byte[] json, int start, int bytes) {
    made = null;
    this.json = json;
    this.start = start;
    this.bytes = bytes;
    decimals = false;
  }

  /** A deep copy of the given object. */
  public static Payload of(Map<String, ? extends @Nullable Object> fields) {
    PayloadCopy copy = new PayloadCopy();
    Fields copied = copy.whole(fields, WHOLE);
    return new Payload(copied, copy.bytes(), copy.hasDecimals());
  }

  /** The object without fields. */
  public static Payload empty() {
    return EMPTY;
  }

  /** The fields, sorted by name, unmodifiable at every depth. */
  public Map<String, @Nullable Object> fields() {
    return object();
  }

  /**
   * The same payload as it is best kept for long: as its JSON, one object instead of many, from
   * which the fields are read whenever they are asked for. One with decimal numbers stays as it is.
   */
  public Payload packed() {
    Payload known = packed;
    if (known == null) {
      known = made == null || decimals ? this : new Payload(JsonText.of(made, bytes));
      packed = known;
    }
    return known;
  }

  /** The payload as JSON in UTF-8, without white space. Not to be changed. */
  byte[] json() {
    byte[] kept = packed().json;
    if (kept == null) {
      return JsonText.of(object(), bytes);
    }
    return kept.length == bytes ? kept : Arrays.copyOfRange(kept, start, start + bytes);
  }

  /** Puts {@link #json} into an array that has room for it. */
  void copyJson(byte[] to, int at) {
    Payload kept = packed();
    byte[] from = kept.json == null ? json() : kept.json;
    System.arraycopy(from, kept.start, to, at, bytes);
  }

  /**
   * Puts {@link #json} where it is to be kept, without keeping it here too, if it need not be made
   * for others.
   */
  void storeJson(byte[] to, int at) {
    if (made == null || packed != null) {
      copyJson(to, at);
    } else {
      JsonText.into(to, at, made, bytes);
    }
  }

  /** Whether the same payload can be read from its JSON. */
  boolean isJson() {
    return !decimals;
  }

  private Fields object() {
    return made == null ? PlainJson.written(json()) : made;
  }

  /** Size as JSON in UTF-8, without white space. */
  public int bytes() {
    return bytes;
  }

  /** The text of a field; empty if it is missing or no text. */
  public Optional<String> text(String name) {
    return object().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The whole number of a field; empty if it is missing or no {@code long}. */
  public Optional<Long> number(String name) {
    return object().get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /** The object in a field; empty if it is missing or no object. */
  public Optional<Payload> object(String name) {
    return object().get(name) instanceof Map<?, ?> inner
        ? Optional.of(of(PayloadCopy.keyed(inner, name)))
        : Optional.empty();
  }

  /** This object with the text of another before its own, if nothing else tells the two apart. */
  Optional<Payload> appendedTo(Payload earlier) {
    Fields own = object();
    Fields others = earlier.object();
    if (!(own.get(TEXT) instanceof String text && others.get(TEXT) instanceof String before)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> both = new LinkedHashMap<>(own);
    both.put(TEXT, before);
    if (!both.equals(others)) {
      return Optional.empty();
    }
    both.put(TEXT, before + text);
    return Optional.of(of(both));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload payload && object().equals(payload.object());
  }

  @Override
  public int hashCode() {
    return object().hashCode();
  }

  @Override
  public String toString() {
    return object().toString();
  }
}
