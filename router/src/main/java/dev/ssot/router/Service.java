package dev.ssot.router;

import dev.ssot.router.limits.DrainLimits;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.ServiceLevel;
import java.time.Duration;
import java.time.Instant;

/** The level of service and how long draining may take. Thread-safe. */
final class Service {

  private final DrainLimits limits;
  private ServiceLevel level = ServiceLevel.FULL;
  private Instant deadline = Instant.MAX;

  Service(DrainLimits limits) {
    this.limits = limits;
  }

  synchronized ServiceLevel level() {
    return level;
  }

  /** Whether new connections and messages are taken. */
  boolean takesMore() {
    return level() == ServiceLevel.FULL || level() == ServiceLevel.LOCAL_ONLY;
  }

  /**
   * Takes note of how the log does.
   *
   * @return whether the level has changed by it
   */
  synchronized boolean logFails(boolean failing) {
    ServiceLevel next = failing ? ServiceLevel.LOCAL_ONLY : ServiceLevel.FULL;
    if (level == next || (level != ServiceLevel.FULL && level != ServiceLevel.LOCAL_ONLY)) {
      return false;
    }
    level = next;
    return true;
  }

  /** Whether the router took more until this call. */
  synchronized boolean beginDraining(Instant now) {
    if (level != ServiceLevel.FULL && level != ServiceLevel.LOCAL_ONLY) {
      return false;
    }
    level = ServiceLevel.DRAINING;
    deadline = now.plus(limits.deadline());
    return true;
  }

  synchronized void stop() {
    level = ServiceLevel.STOPPED;
  }

  synchronized boolean isPastDeadline(Instant now) {
    return !now.isBefore(deadline);
  }

  /** A delay that spreads the clients' return evenly, as ids are spread evenly. */
  Duration reconnectDelay(ConnectionId connection) {
    long millis = Math.max(1, limits.reconnectWithin().toMillis());
    return Duration.ofMillis(Math.floorMod(spread(connection.value().hashCode()), millis));
  }

  /** The finaliser of MurmurHash3, as the hashes of similar texts are near each other. */
  private static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }
}
