package dev.ssot.router.protocol;

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

  private final Map<String, @Nullable Object> fields;
  private final int bytes;

  private Payload(Map<String, @Nullable Object> fields, int bytes) {
    this.fields = fields;
    this.bytes = bytes;
  }

  /** A deep copy of the given object. */
  public static Payload of(Map<String, ? extends @Nullable Object> fields) {
    PayloadCopy copy = new PayloadCopy();
    Map<String, @Nullable Object> copied = copy.object(fields, WHOLE, 1);
    return new Payload(copied, copy.bytes());
  }

  /** The object without fields. */
  public static Payload empty() {
    return EMPTY;
  }

  /** The fields, sorted by name, unmodifiable at every depth. */
  public Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** Size as JSON in UTF-8, without white space. */
  public int bytes() {
    return bytes;
  }

  /** The text of a field; empty if it is missing or no text. */
  public Optional<String> text(String name) {
    return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The whole number of a field; empty if it is missing or no {@code long}. */
  public Optional<Long> number(String name) {
    return fields.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /** The object in a field; empty if it is missing or no object. */
  public Optional<Payload> object(String name) {
    return fields.get(name) instanceof Map<?, ?> object
        ? Optional.of(of(PayloadCopy.keyed(object, name)))
        : Optional.empty();
  }

  /** This object with the text of another before its own, if nothing else tells the two apart. */
  Optional<Payload> appendedTo(Payload earlier) {
    Optional<String> text = text(TEXT);
    Optional<String> before = earlier.text(TEXT);
    if (text.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> both = new LinkedHashMap<>(fields);
    both.put(TEXT, before.get());
    if (!both.equals(earlier.fields)) {
      return Optional.empty();
    }
    both.put(TEXT, before.get() + text.get());
    return Optional.of(of(both));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload payload && fields.equals(payload.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
