package dev.ssot.router;

import dev.ssot.router.protocol.ServiceLevel;
import java.time.Instant;

/** What happens to all users because time passes. Takes their locks one after the other. */
final class Ticking {

  private final Core core;
  private final Users users;

  Ticking(Core core, Users users) {
    this.core = core;
    this.users = users;
  }

  void tick(Instant now) {
    core.guards().expire(now);
    core.deadLetters().expire(now);
    core.log().askAgain();
    users.all().forEach(user -> tick(user, now));
    if (core.service().logFails(core.log().isFailing())) {
      ServiceLevel level = core.service().level();
      users.all().forEach(user -> user.run(() -> user.connections().announce(level)));
    }
    if (core.service().level() == ServiceLevel.DRAINING
        && (core.service().isPastDeadline(now) || !isBusy())) {
      stop();
    }
  }

  /** How much is held; exact when nothing happens at the same time. */
  RouterCensus census() {
    int openRuns = 0;
    int inFlight = 0;
    int remembered = 0;
    for (UserState user : users.all()) {
      openRuns += user.exclusively(() -> user.runs().open().size());
      inFlight += user.exclusively(() -> user.workload().size());
      remembered += user.exclusively(() -> user.window().size());
    }
    return new RouterCensus(
        core.connections().size(),
        users.size(),
        openRuns,
        inFlight,
        remembered,
        core.topics().size(),
        core.guards().size(),
        core.deadLetters().size());
  }

  /** One user's trouble is nobody else's. */
  private void tick(UserState user, Instant now) {
    try {
      user.run(() -> user.tick(now));
    } catch (RuntimeException broken) {
      core.tell(observer -> observer.tickFailed(user.key(), broken));
    }
  }

  private boolean isBusy() {
    RouterCensus census = census();
    return census.inFlight() > 0 || census.openRuns() > 0;
  }

  private void stop() {
    users.all().forEach(user -> user.run(user::stop));
    core.service().stop();
  }
}
