package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on what an operator's tools may cost: the operations port and the log of the program.
 *
 * @param connections connections to the port that may be open
 * @param within time that a request and its answer may take
 * @param requestBytes bytes of a request's first line, and of all its headers
 * @param pageSize entries that one answer may list
 * @param stuckAfter time without a tick after which the program counts as ill
 * @param logLines lines of one kind that may be written at once, and in a second
 */
public record OperationsLimits(
    int connections,
    Duration within,
    @Bytes int requestBytes,
    int pageSize,
    Duration stuckAfter,
    Rate logLines) {

  public OperationsLimits {
    Bounds.positive("limits.connections", connections);
    Bounds.positive("limits.within", within);
    Bounds.positive("limits.requestBytes", requestBytes);
    Bounds.positive("limits.pageSize", pageSize);
    Bounds.positive("limits.stuckAfter", stuckAfter);
  }

  /** 16 connections, 10 s and 8 KiB for a request, 100 entries, 20 lines and then 5 a second. */
  public static OperationsLimits standard() {
    return new OperationsLimits(
        16, Duration.ofSeconds(10), 8 << 10, 100, Duration.ofSeconds(10), new Rate(20, 5));
  }
}
