package dev.ssot.benchmarks.routers.load;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param warm time until a server is compiled and nothing counts
 * @param settled time after which a warm server has taken to another load
 * @param measured time that counts
 * @param patience time that is waited for what has not come back
 * @param rates messages a second at which latency is measured
 * @param connections of most trials
 * @param idle connections whose memory is measured, and that are cut
 * @param stall time for which some readers do not read
 * @param stalls how often that is measured, and as often with everybody reading
 */
public record Timing(
    Duration warm,
    Duration settled,
    Duration measured,
    Duration patience,
    List<Integer> rates,
    int connections,
    int idle,
    Duration stall,
    int stalls) {

  public Timing {
    rates = List.copyOf(rates);
  }

  /**
   * What figures that are published rest on. A server runs for weeks, so it is warm when it is
   * measured: a Java server is compiled for some ten seconds on two processors.
   */
  public static Timing full() {
    return new Timing(
        Duration.ofSeconds(12),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        List.of(5_000, 20_000, 40_000),
        1_000,
        10_000,
        Duration.ofSeconds(5),
        6);
  }

  /** Enough to see that everything runs and about how fast. */
  public static Timing quick() {
    return new Timing(
        Duration.ofMillis(1_500),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        List.of(20_000),
        1_000,
        2_000,
        Duration.ofSeconds(2),
        4);
  }
}
