package dev.ssot.router.limits;

import java.time.Duration;

/**
 * Bounds on what waits for one reader.
 *
 * @param events live events that a stalled reader may be behind
 * @param bytes the same in bytes
 * @param controls control frames that may wait, such as acknowledgements
 * @param stall time without progress after which a reader is cut off
 * @param shedFrom events behind the head from which on ephemeral and superseded events are left out
 * @param batch frames that are written before a flush
 */
public record QueueLimits(
    int events, @Bytes long bytes, int controls, Duration stall, int shedFrom, int batch) {

  public QueueLimits {
    Bounds.positive("queue.events", events);
    Bounds.positive("queue.bytes", bytes);
    Bounds.positive("queue.controls", controls);
    Bounds.positive("queue.stall", stall);
    Bounds.positive("queue.shedFrom", shedFrom);
    Bounds.positive("queue.batch", batch);
  }

  /** 512 events or 1 MiB, 10 s without progress. */
  public static QueueLimits standard() {
    return new QueueLimits(512, 1 << 20, 256, Duration.ofSeconds(10), 64, 32);
  }
}
