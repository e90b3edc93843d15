package dev.ssot.router.demo;

import dev.ssot.router.protocol.UserKey;
import java.util.Map;
import java.util.Optional;

/** The users of the demonstration: two of one tenant, and one of another. */
final class People {

  private static final Map<String, String> TENANTS =
      Map.of("alice", "acme", "bob", "acme", "carol", "globex");

  private People() {}

  static Optional<UserKey> find(String name) {
    return Optional.ofNullable(TENANTS.get(name)).map(tenant -> new UserKey(tenant, name));
  }
}
