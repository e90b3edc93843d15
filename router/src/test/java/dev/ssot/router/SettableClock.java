package dev.ssot.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. Thread-safe. */
final class SettableClock implements InstantSource {

  static final Instant START = Instant.parse("2026-01-31T10:15:30Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  synchronized Instant advance(Duration by) {
    now = now.plus(by);
    return now;
  }
}
