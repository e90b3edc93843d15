package com.acme.chat.legacy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The flat frames of the first client: {@code type=chat_message;text=Hello}. */
public final class LegacyProtocol {

  public static final int LONGEST_FRAME = 8 * 1024;

  private LegacyProtocol() {}

  public static Map<String, String> decode(String raw) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : raw.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        fields.put(part.substring(0, equals).trim(), part.substring(equals + 1));
      }
    }
    return fields;
  }

  public static String encode(Map<String, String> fields) {
    StringBuilder raw = new StringBuilder();
    fields.forEach((name, value) -> raw.append(name).append('=').append(value).append(';'));
    return raw.toString();
  }
}
