package dev.ssot.router.operations;

import dev.ssot.router.protocol.UserKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Names the last user of a page in a way that fits into an address. */
final class Cursor {

  private static final String BETWEEN = "\n";

  private Cursor() {}

  static String of(UserKey user) {
    byte[] both = (user.tenant() + BETWEEN + user.user()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  static Optional<UserKey> user(String cursor) {
    try {
      String both = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = both.indexOf(BETWEEN);
      return Optional.of(new UserKey(both.substring(0, end), both.substring(end + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }
}
