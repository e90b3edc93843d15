package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Retention of the log.
 *
 * @param events events kept of one user
 * @param bytes bytes kept of one user
 * @param age time for which an event is kept
 * @param totalBytes bytes kept of all users together
 */
public record LogLimits(int events, @Bytes long bytes, Duration age, @Bytes long totalBytes) {

  public LogLimits {
    Bounds.positive("log.events", events);
    Bounds.positive("log.bytes", bytes);
    Bounds.positive("log.age", age);
    Bounds.require(
        totalBytes >= bytes,
        "log.totalBytes %d is less than log.bytes %d; one user must fit",
        totalBytes,
        bytes);
  }

  /** 2,048 events or 4 MiB of a user for ten minutes, 256 MiB of all. */
  public static LogLimits standard() {
    return new LogLimits(2_048, 4L << 20, Duration.ofMinutes(10), 256L << 20);
  }
}
