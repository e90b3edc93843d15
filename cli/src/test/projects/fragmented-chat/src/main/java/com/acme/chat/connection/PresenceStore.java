package com.acme.chat.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers when a user was last seen. */
public final class PresenceStore {

  private static final Duration ONLINE = Duration.ofSeconds(60);

  private final Clock clock;
  private final Map<UserKey, Instant> lastSeen = new ConcurrentHashMap<>();

  public PresenceStore(Clock clock) {
    this.clock = clock;
  }

  public void seen(UserKey user) {
    lastSeen.merge(user, clock.instant(), (before, now) -> now.isAfter(before) ? now : before);
  }

  public boolean isOnline(UserKey user) {
    Instant last = lastSeen.get(user);
    return last != null && last.plus(ONLINE).isAfter(clock.instant());
  }
}
