package dev.ssot.router.client;

import dev.ssot.router.protocol.UserKey;
import java.util.Random;

/**
 * How much is done in a soak, and what chance decides in it; the same seed decides the same.
 *
 * @param users users at once
 * @param runsPerUser runs of each, one after the other
 * @param devices connections of each user
 */
record SoakPlan(int users, int runsPerUser, int devices, long seed) {

  private static final int TENANTS = 5;
  private static final int ONE_IN_PROXIED = 10;
  private static final int MOST_EVENTS_BETWEEN_CUTS = 60;

  UserKey user(int number) {
    return new UserKey("tenant-" + number % TENANTS, "user-" + number);
  }

  /** Tools of a run, two to five. */
  int tools(int user, int run) {
    return 2 + random(user, run).nextInt(4);
  }

  /** Whether the producer of a run dies after it has opened a tool. */
  boolean dies(int user, int run) {
    return random(user, run + 1_000_003).nextInt(100) == 0;
  }

  /** Whether the handler throws before the run begins. */
  boolean breaks(int user, int run) {
    return random(user, run + 2_000_003).nextInt(50) == 0;
  }

  /** Events after which a device loses its connection, and that time and again. */
  int eventsUntilCut(Random ofDevice) {
    return 1 + ofDevice.nextInt(MOST_EVENTS_BETWEEN_CUTS);
  }

  /** Whether a device's connections go through a proxy that cuts within frames. */
  boolean isProxied(int user) {
    return user % ONE_IN_PROXIED == 0;
  }

  /** Whether a user also has a device that never reads. */
  boolean hasStaller(int user) {
    return user % ONE_IN_PROXIED == 1;
  }

  Random random(int user, int salt) {
    return new Random(seed * 1_000_003 + user * 7_919L + salt);
  }

  int runs() {
    return users * runsPerUser;
  }
}
