package dev.ssot.router.server;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was agreed on {@code permessage-deflate} (RFC 7692).
 *
 * @param clientKeepsContext whether the client's messages may refer to earlier ones
 */
record Compression(boolean clientKeepsContext) {

  private static final String EXTENSION = "permessage-deflate";
  private static final String SERVER_FORGETS = "server_no_context_takeover";
  private static final String CLIENT_FORGETS = "client_no_context_takeover";
  private static final String SERVER_WINDOW = "server_max_window_bits";
  private static final String CLIENT_WINDOW = "client_max_window_bits";
  private static final int LEAST_BITS = 8;
  private static final int MOST_BITS = 15;

  /** The first offer in the header's values that can be accepted. */
  static Optional<Compression> negotiate(List<String> headers) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(",", -1)))
        .map(Compression::accept)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The answer to the accepted offer. */
  String header() {
    String both = EXTENSION + "; " + SERVER_FORGETS;
    return clientKeepsContext ? both : both + "; " + CLIENT_FORGETS;
  }

  private static Optional<Compression> accept(String offer) {
    List<String> parts = Arrays.stream(offer.split(";", -1)).map(String::strip).toList();
    if (!parts.get(0).equalsIgnoreCase(EXTENSION)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      int equals = part.indexOf('=');
      String name = (equals < 0 ? part : part.substring(0, equals)).strip();
      String value = equals < 0 ? "" : unquoted(part.substring(equals + 1).strip());
      if (!isAcceptable(name.toLowerCase(Locale.ROOT), value)
          || parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Compression(!parameters.containsKey(CLIENT_FORGETS)));
  }

  /**
   * The window of Java's compressor can't be made smaller, so a client that needs that is refused.
   */
  private static boolean isAcceptable(String name, String value) {
    return switch (name) {
      case SERVER_FORGETS, CLIENT_FORGETS -> value.isEmpty();
      case SERVER_WINDOW -> value.equals(String.valueOf(MOST_BITS));
      case CLIENT_WINDOW -> value.isEmpty() || isWindow(value);
      default -> false;
    };
  }

  private static boolean isWindow(String value) {
    for (int bits = LEAST_BITS; bits <= MOST_BITS; bits++) {
      if (value.equals(String.valueOf(bits))) {
        return true;
      }
    }
    return false;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
