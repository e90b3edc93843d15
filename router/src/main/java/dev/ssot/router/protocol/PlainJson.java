package dev.ssot.router.protocol;

import dev.ssot.router.limits.JsonLimits;
import dev.ssot.router.limits.MessageLimits;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object (RFC 8259) from UTF-8 if nothing about it is unusual, and fast. What is not
 * JSON, beyond a limit or said in a rare way (a letter as an escape) is not read at all: whoever
 * wants to know why has it read by a parser that can say so. What is read is what such a parser
 * reads, normalised as in a {@link Payload}. Not safe for use by several threads.
 */
public final class PlainJson {

  /** Fields that most objects have at most. */
  private static final int ROOM = 4;

  /** Names that are remembered, a power of two, and how long they may be. */
  private static final int KNOWN_NAMES = 128;

  private static final int LONGEST_KNOWN = 32;

  /** Digits that a {@code long} has room for, whatever they are. */
  private static final int LONG_DIGITS = 18;

  private static final int TEN = 10;
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;
  private static final int END_OF_ASCII = 0x80;
  private static final int PRIME = 31;
  private static final char REPLACEMENT = '\uFFFD';

  /** Names that were read lately, each at the place that its bytes choose. */
  private final @Nullable String[] names;

  private final JsonLimits limits;
  private final int deepest;
  private final byte[] nothing = new byte[0];
  private byte[] json = nothing;
  private int at;
  private int end;

  /** A reader of objects whose fields are payloads as deep as they may be. */
  public PlainJson(JsonLimits limits) {
    this(limits, MessageLimits.DEEPEST + 1, KNOWN_NAMES);
  }

  private PlainJson(JsonLimits limits, int deepest, int knownNames) {
    this.limits = limits;
    this.deepest = deepest;
    names = new String[knownNames];
  }

  /** The fields of the object that a text is, if it can be read. */
  public Optional<Map<String, @Nullable Object>> read(byte[] utf8) {
    try {
      return Optional.of(whole(utf8));
    } catch (Unusual unread) {
      return Optional.empty();
    } finally {
      json = nothing;
    }
  }

  /** The fields of a payload that {@link JsonText} has written and that has no decimal numbers. */
  static Fields written(byte[] json) {
    try {
      int any = Integer.MAX_VALUE;
      return new PlainJson(new JsonLimits(any, any, any, any), MessageLimits.DEEPEST, 0)
          .whole(json);
    } catch (Unusual impossible) {
      throw new IllegalStateException("What was written of a payload can't be read", impossible);
    }
  }

  private Fields whole(byte[] utf8) throws Unusual {
    json = utf8;
    at = 0;
    end = utf8.length;
    require(next() == '{');
    Fields fields = object(1);
    skipBlanks();
    require(at == end);
    return fields;
  }

  private @Nullable Object value(int depth) throws Unusual {
    int first = next();
    return switch (first) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> text();
      case 't' -> {
        word("rue");
        yield true;
      }
      case 'f' -> {
        word("alse");
        yield false;
      }
      case 'n' -> {
        word("ull");
        yield null;
      }
      default -> number(first);
    };
  }

  private Fields object(int depth) throws Unusual {
    require(depth <= deepest);
    Fields.Builder fields = new Fields.Builder(ROOM);
    int after = next();
    if (after == '}') {
      return fields.build();
    }
    while (true) {
      require(after == '"');
      String name = name();
      require(next() == ':');
      fields.add(name, value(depth));
      after = next();
      if (after == '}') {
        require(!fields.hasTwins());
        return fields.build();
      }
      require(after == ',');
      after = next();
    }
  }

  private List<@Nullable Object> array(int depth) throws Unusual {
    require(depth <= deepest);
    List<@Nullable Object> array = new ArrayList<>();
    skipBlanks();
    if (peek() == ']') {
      at++;
      return Collections.unmodifiableList(array);
    }
    int after = ',';
    while (after == ',') {
      array.add(value(depth));
      after = next();
    }
    require(after == ']');
    return Collections.unmodifiableList(array);
  }

  private String name() throws Unusual {
    int start = at;
    int hash = 0;
    while (at < end && json[at] >= ' ' && json[at] != '"' && json[at] != '\\') {
      hash = hash * PRIME + json[at++];
    }
    int length = at - start;
    if (peek() != '"' || length > LONGEST_KNOWN || names.length == 0) {
      at = start;
      String name = text();
      require(name.length() <= limits.fieldNameLength());
      return name;
    }
    int place = (hash ^ (hash >>> Short.SIZE)) & (names.length - 1);
    String known = names[place];
    if (known == null || !isAt(start, known, length)) {
      require(length <= limits.fieldNameLength());
      known = ascii(start);
      names[place] = known;
    }
    at++;
    return known;
  }

  private boolean isAt(int start, String name, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != json[start + i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads what follows an opening quote. */
  private String text() throws Unusual {
    int start = at;
    boolean ascii = true;
    while (at < end && json[at] != '"' && json[at] != '\\') {
      require(json[at] < 0 || json[at] >= ' ');
      ascii &= json[at++] >= 0;
    }
    require(at < end);
    if (json[at] == '\\') {
      return escaped(start);
    }
    String text = ascii ? ascii(start) : decoded(json, start, at);
    at++;
    require(text.length() <= limits.textLength());
    return text;
  }

  private String escaped(int start) throws Unusual {
    byte[] utf8 = new byte[closingQuote() - start];
    int length = at - start;
    System.arraycopy(json, start, utf8, 0, length);
    while (json[at] != '"') {
      int one = json[at++];
      require(one < 0 || one >= ' ');
      utf8[length++] = (byte) (one == '\\' ? meant() : one);
    }
    at++;
    String decoded = decoded(utf8, 0, length);
    require(decoded.length() <= limits.textLength());
    return decoded;
  }

  /** Where the text ends that is being read. */
  private int closingQuote() throws Unusual {
    int place = at;
    while (place < end && json[place] != '"') {
      place += json[place] == '\\' ? 2 : 1;
    }
    require(place < end);
    return place;
  }

  /** The character that an escape stands for, if it is one of ASCII. */
  private int meant() throws Unusual {
    int name = peek();
    at++;
    if (name == 'u') {
      require(at + HEX_DIGITS <= end);
      int point = 0;
      for (int i = 0; i < HEX_DIGITS; i++) {
        int digit = Character.digit(json[at++], HEX);
        require(digit >= 0);
        point = point * HEX + digit;
      }
      require(point < END_OF_ASCII);
      return point;
    }
    int known = JsonText.SHORT_NAMES.indexOf(name);
    require(known >= 0 || name == '/');
    return known >= 0 ? JsonText.SHORT.charAt(known) : '/';
  }

  /** A text that is UTF-8: broken bytes would become a character that they do not say. */
  private static String decoded(byte[] utf8, int from, int to) throws Unusual {
    String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      byte[] again = text.getBytes(StandardCharsets.UTF_8);
      require(Arrays.equals(again, 0, again.length, utf8, from, to));
    }
    return text;
  }

  private void word(String rest) throws Unusual {
    require(end - at >= rest.length());
    for (int i = 0; i < rest.length(); i++) {
      require(json[at++] == rest.charAt(i));
    }
  }

  private Number number(int first) throws Unusual {
    int start = at - 1;
    at = first == '-' ? at : start;
    int digits = digits();
    require(digits == 1 || json[at - digits] != '0');
    boolean whole = true;
    if (at < end && json[at] == '.') {
      at++;
      digits();
      whole = false;
    }
    if (at < end && (json[at] == 'e' || json[at] == 'E')) {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
      whole = false;
    }
    require(at - start <= limits.numberLength());
    if (whole && digits <= LONG_DIGITS) {
      return small(start);
    }
    return whole ? large(new BigInteger(ascii(start))) : real(Double.parseDouble(ascii(start)));
  }

  /** Passes one digit or more, and says how many. */
  private int digits() throws Unusual {
    int start = at;
    while (at < end && json[at] >= '0' && json[at] <= '9') {
      at++;
    }
    require(at > start);
    return at - start;
  }

  private Long small(int start) {
    boolean negative = json[start] == '-';
    long number = 0;
    for (int i = negative ? start + 1 : start; i < at; i++) {
      number = number * TEN + json[i] - '0';
    }
    return negative ? -number : number;
  }

  private static Number large(BigInteger number) {
    return PayloadCopy.isLong(number) ? Long.valueOf(number.longValue()) : number;
  }

  private static Double real(double number) throws Unusual {
    require(Double.isFinite(number));
    return number;
  }

  private String ascii(int from) {
    return new String(json, from, at - from, StandardCharsets.ISO_8859_1);
  }

  /** Passes blanks and what comes after them, and says what that is. */
  private int next() throws Unusual {
    skipBlanks();
    int one = peek();
    at++;
    return one;
  }

  private int peek() throws Unusual {
    require(at < end);
    return json[at];
  }

  private void skipBlanks() {
    while (at < end
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  private static void require(boolean usual) throws Unusual {
    if (!usual) {
      throw new Unusual();
    }
  }

  /** Why does not matter, so there is no trace of it. */
  private static final class Unusual extends Exception {

    Unusual() {
      super("The text is not plain JSON", null, false, false);
    }
  }
}
