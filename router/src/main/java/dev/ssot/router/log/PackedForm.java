package dev.ssot.router.log;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts and the values of payloads as bytes, one after the other, and back. Not safe for use by
 * several threads.
 */
final class PackedForm {

  private static final byte NULL = 0;
  private static final byte TRUE = 1;
  private static final byte FALSE = 2;
  private static final byte LONG = 3;
  private static final byte DOUBLE = 4;
  private static final byte TEXT = 5;
  private static final byte ARRAY = 6;
  private static final byte OBJECT = 7;
  private static final byte WHOLE = 8;
  private static final byte DECIMAL = 9;

  private ByteBuffer to;

  PackedForm(int room) {
    to = ByteBuffer.allocate(room);
  }

  byte[] bytes() {
    return Arrays.copyOf(to.array(), to.position());
  }

  void putByte(int value) {
    room(Byte.BYTES).put((byte) value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putInt(utf8.length);
    room(utf8.length).put(utf8);
  }

  /** Adds a value of a payload. */
  void putValue(@Nullable Object value) {
    if (value == null) {
      putByte(NULL);
    } else if (value instanceof Boolean truth) {
      putByte(truth ? TRUE : FALSE);
    } else if (value instanceof String text) {
      putByte(TEXT);
      putText(text);
    } else if (value instanceof List<?> array) {
      putByte(ARRAY);
      putInt(array.size());
      array.forEach(this::putValue);
    } else if (value instanceof Map<?, ?> object) {
      putByte(OBJECT);
      putInt(object.size());
      object.forEach(this::putField);
    } else {
      putNumber((Number) value);
    }
  }

  private void putField(Object name, @Nullable Object value) {
    putText((String) name);
    putValue(value);
  }

  private void putNumber(Number value) {
    if (value instanceof Long number) {
      putByte(LONG);
      putLong(number);
    } else if (value instanceof Double number) {
      putByte(DOUBLE);
      putLong(Double.doubleToRawLongBits(number));
    } else {
      putByte(value instanceof BigInteger ? WHOLE : DECIMAL);
      putText(value.toString());
    }
  }

  private ByteBuffer room(int more) {
    if (to.remaining() < more) {
      int length = Math.max(to.position() + more, 2 * to.capacity());
      to = ByteBuffer.wrap(Arrays.copyOf(to.array(), length)).position(to.position());
    }
    return to;
  }

  /** Reads a text. */
  static String text(ByteBuffer from) {
    int length = from.getInt();
    int start = from.arrayOffset() + from.position();
    from.position(from.position() + length);
    return new String(from.array(), start, length, StandardCharsets.UTF_8);
  }

  /** Reads an object that was put as a value. */
  static Map<String, @Nullable Object> object(ByteBuffer from) {
    byte kind = from.get();
    if (kind != OBJECT) {
      throw new IllegalStateException("Kind %s is no object".formatted(kind));
    }
    int size = from.getInt();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      object.put(text(from), value(from));
    }
    return object;
  }

  private static @Nullable Object value(ByteBuffer from) {
    byte kind = from.get(from.position());
    if (kind == OBJECT) {
      return object(from);
    }
    from.get();
    return switch (kind) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case LONG -> from.getLong();
      case DOUBLE -> Double.longBitsToDouble(from.getLong());
      case TEXT -> text(from);
      case ARRAY -> array(from);
      case WHOLE -> new BigInteger(text(from));
      case DECIMAL -> new BigDecimal(text(from));
      default -> throw new IllegalStateException("Nothing is packed as kind %s".formatted(kind));
    };
  }

  private static List<@Nullable Object> array(ByteBuffer from) {
    int size = from.getInt();
    List<@Nullable Object> array = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      array.add(value(from));
    }
    return array;
  }
}
