package dev.ssot.router.protocol;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in the making (RFC 8259), in UTF-8 and without white space. What it is given is
 * what a {@link Payload} holds, so that it need ask no question that was answered when that was
 * made. Not safe for use by several threads.
 */
public final class JsonText {

  private static final String HEX = "0123456789ABCDEF";
  static final String SHORT = "\b\t\n\f\r\"\\";
  static final String SHORT_NAMES = "btnfr\"\\";

  private static final int FIRST_OF_TWO = 0xC0;
  private static final int FIRST_OF_THREE = 0xE0;
  private static final int FIRST_OF_FOUR = 0xF0;
  private static final int FURTHER = 0x80;
  private static final int FURTHER_MASK = 0x3F;
  private static final int FURTHER_BITS = 6;
  private static final int END_OF_ONE = 0x80;
  private static final int END_OF_TWO = 0x800;

  private @Nullable Timestamp timestamp;
  private byte[] bytes;
  private int length;
  private boolean separated = true;

  public JsonText(int room) {
    this(new byte[room]);
  }

  private JsonText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** An object in JSON whose size is known. */
  static byte[] of(Map<String, ?> object, int size) {
    JsonText text = new JsonText(size).value(object);
    return text.length == text.bytes.length ? text.bytes : text.bytes();
  }

  /** Writes an object of a known size into an array that has room for it. */
  static void into(byte[] array, int at, Map<String, ?> object, int size) {
    JsonText text = new JsonText(array);
    text.length = at;
    text.value(object);
    if (text.bytes != array || text.length != at + size) {
      throw new IllegalStateException(
          "The object took %s bytes instead of %s".formatted(text.length - at, size));
    }
  }

  /** This text without its content, or a new one if it has room for more than is to be kept. */
  public JsonText cleared(int kept) {
    length = 0;
    separated = true;
    return bytes.length > kept ? new JsonText(kept) : this;
  }

  public JsonText begin() {
    separate();
    put('{');
    separated = true;
    return this;
  }

  public JsonText end() {
    put('}');
    separated = false;
    return this;
  }

  public JsonText name(String name) {
    separate();
    text(name);
    put(':');
    separated = true;
    return this;
  }

  public JsonText field(String name, String value) {
    return name(name).value(value);
  }

  public JsonText field(String name, long value) {
    name(name);
    integer(value);
    separated = false;
    return this;
  }

  public JsonText field(String name, Instant value) {
    name(name);
    put('"');
    timestamp().write(value, this);
    put('"');
    separated = false;
    return this;
  }

  /** Writes texts and a number as one text, with a stroke behind each but the last. */
  JsonText path(List<String> steps, long last) {
    separate();
    put('"');
    for (int i = 0; i < steps.size(); i++) {
      characters(steps.get(i));
      put('/');
    }
    integer(last);
    put('"');
    separated = false;
    return this;
  }

  /** Writes a field unless it is the empty string, which stands for a field that is not there. */
  public JsonText optional(String name, String value) {
    return value.isEmpty() ? this : field(name, value);
  }

  public JsonText value(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      begin();
      object.forEach((key, one) -> name(String.valueOf(key)).value(one));
      return end();
    }
    if (value instanceof List<?> array) {
      return array(array);
    }
    separate();
    if (value instanceof String text) {
      text(text);
    } else if (value instanceof Long number) {
      integer(number);
    } else {
      // Numbers, truth values and null: BigDecimal's exponent form is JSON as well.
      ascii(String.valueOf(value));
    }
    separated = false;
    return this;
  }

  /** Writes a payload, which is put into JSON once however many it is said to. */
  public JsonText payload(Payload payload) {
    separate();
    ensure(payload.bytes());
    payload.copyJson(bytes, length);
    length += payload.bytes();
    separated = false;
    return this;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Lends the text. */
  public void lend(JsonUse use) {
    use.take(bytes, length);
  }

  private Timestamp timestamp() {
    Timestamp known = timestamp;
    if (known == null) {
      known = new Timestamp();
      timestamp = known;
    }
    return known;
  }

  private JsonText array(List<?> array) {
    separate();
    put('[');
    separated = true;
    array.forEach(this::value);
    put(']');
    separated = false;
    return this;
  }

  /** A comma before everything but the first in an object or array, and what follows a name. */
  private void separate() {
    if (!separated) {
      put(',');
    }
    separated = false;
  }

  private void text(String text) {
    put('"');
    characters(text);
    put('"');
  }

  private void characters(String text) {
    ensure(text.length());
    for (int i = plain(text); i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        escape(c);
      } else if (c < END_OF_ONE) {
        put(c);
      } else if (Character.isSurrogate(c)) {
        pair(text, i++);
      } else {
        several(c);
      }
    }
  }

  /** Writes what comes before the first character that is not written as it is. */
  private int plain(String text) {
    byte[] to = bytes;
    int at = length;
    int i = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= END_OF_ONE || c == '"' || c == '\\') {
        break;
      }
      to[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  private void integer(long value) {
    if (value < 0) {
      ascii(String.valueOf(value));
      return;
    }
    long highest = 1;
    while (value / highest >= 10) {
      highest *= 10;
    }
    for (long place = highest; place > 0; place /= 10) {
      digit((int) (value / place % 10));
    }
  }

  private void escape(char c) {
    put('\\');
    int at = SHORT.indexOf(c);
    if (at >= 0) {
      put(SHORT_NAMES.charAt(at));
    } else {
      ascii("u00");
      put(HEX.charAt(c >> 4));
      put(HEX.charAt(c & 0xF));
    }
  }

  private void several(char c) {
    if (c < END_OF_TWO) {
      put(FIRST_OF_TWO + (c >> FURTHER_BITS));
    } else {
      put(FIRST_OF_THREE + (c >> (2 * FURTHER_BITS)));
      further(c >> FURTHER_BITS);
    }
    further(c);
  }

  private void pair(String text, int at) {
    int point = text.codePointAt(at);
    if (!Character.isSupplementaryCodePoint(point)) {
      throw new IllegalArgumentException(
          "The frame can't be said in JSON: half a surrogate pair at " + at);
    }
    put(FIRST_OF_FOUR + (point >> (3 * FURTHER_BITS)));
    further(point >> (2 * FURTHER_BITS));
    further(point >> FURTHER_BITS);
    further(point);
  }

  private void further(int bits) {
    put(FURTHER + (bits & FURTHER_MASK));
  }

  void digit(int digit) {
    put('0' + digit);
  }

  void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void put(int one) {
    if (length == bytes.length) {
      ensure(1);
    }
    bytes[length++] = (byte) one;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
