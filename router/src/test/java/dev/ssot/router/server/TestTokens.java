package dev.ssot.router.server;

import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.auth.Credential;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;

/**
 * Believes a token that is just a user's name, optionally with a time to live, such as {@code
 * alice.ttl30}: what tests of sockets need, where tokens are not the subject.
 */
final class TestTokens implements Authenticator {

  static final UserKey ALICE = new UserKey("acme", "alice");
  static final UserKey BOB = new UserKey("acme", "bob");

  private static final String TTL = ".ttl";

  @Override
  public Authentication authenticate(Credential credential, Instant now) {
    String value = credential.value();
    if (value.isEmpty() || value.startsWith("bad")) {
      return new Authentication.Denied("It is bad");
    }
    int ttl = value.indexOf(TTL);
    return ttl < 0
        ? new Authentication.Proved(new UserKey("acme", value), Instant.MAX)
        : new Authentication.Proved(
            new UserKey("acme", value.substring(0, ttl)),
            now.plusSeconds(Long.parseLong(value.substring(ttl + TTL.length()))));
  }
}
