package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Retention of the log, and of what is kept of users with it.
 *
 * @param events events kept of one user
 * @param bytes bytes kept of one user
 * @param age time for which an event is kept
 * @param totalBytes bytes kept of all users together
 * @param users users of whom anything is kept, those who have gone included; when there are as
 *     many, nobody new is let in
 */
public record LogLimits(
    int events, @Bytes long bytes, Duration age, @Bytes long totalBytes, int users) {

  private static final int USERS = 100_000;

  public LogLimits {
    Bounds.positive("log.events", events);
    Bounds.positive("log.bytes", bytes);
    Bounds.positive("log.age", age);
    Bounds.positive("log.users", users);
    Bounds.require(
        totalBytes >= bytes,
        "log.totalBytes %d is less than log.bytes %d; one user must fit",
        totalBytes,
        bytes);
  }

  /** These bounds with 100,000 users. */
  public LogLimits(int events, long bytes, Duration age, long totalBytes) {
    this(events, bytes, age, totalBytes, USERS);
  }

  /** 2,048 events or 4 MiB of a user for ten minutes, 256 MiB of all 100,000 users. */
  public static LogLimits standard() {
    return new LogLimits(2_048, 4L << 20, Duration.ofMinutes(10), 256L << 20);
  }
}
