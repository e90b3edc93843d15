package dev.ssot.router.simulation;

import dev.ssot.router.limits.LogLimits;
import dev.ssot.router.log.EventLog;
import dev.ssot.router.log.InMemoryEventLog;
import dev.ssot.router.log.LogHead;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The log of a simulated world: outlives the router, fails on demand, and tells the model. */
final class Journal implements EventLog {

  /** How the log fails. */
  enum Fault {
    NONE,
    AWAY,
    REFUSES,
    STORES_AND_FAILS
  }

  private final LogLimits limits;
  private final Faults faults;
  private final Set<String> unsettled = new HashSet<>();
  private final Map<String, Truth> truths = new TreeMap<>();
  private InMemoryEventLog store;
  private Fault fault = Fault.NONE;
  private int lives;
  private boolean troubled;

  Journal(LogLimits limits, Faults faults) {
    this.limits = limits;
    this.faults = faults;
    store = new InMemoryEventLog(limits, "life-0");
  }

  Truth truth(UserKey user) {
    return truths.computeIfAbsent(
        user.toString(), name -> new Truth(limits.events(), limits.age()));
  }

  void fail(Fault how) {
    fault = how;
    troubled |= how != Fault.NONE;
  }

  /** A tick has passed, in which the router may find out that the log works. */
  void ticked() {
    troubled = fault != Fault.NONE;
  }

  /** Whether the router may not know yet that it can log an event of the user. */
  boolean isTroubled(UserKey user) {
    return troubled || unsettled.contains(user.toString());
  }

  boolean hasForgotten() {
    return lives > 0 || truths.values().stream().anyMatch(truth -> truth.dropped() > 0);
  }

  boolean works() {
    return fault == Fault.NONE;
  }

  /** Loses everything. */
  void lose() {
    store = new InMemoryEventLog(limits, "life-" + ++lives);
    truths.values().forEach(Truth::lost);
    unsettled.addAll(truths.keySet());
  }

  boolean isEmpty() {
    return store.streams() == 0 && store.bytes() == 0;
  }

  @Override
  public LogHead head(UserKey user) {
    requireThere();
    LogHead head = store.head(user);
    faults.examine(() -> truth(user).saw(head.epoch()));
    return head;
  }

  @Override
  public void append(UserKey user, StreamEvent event) {
    requireThere();
    if (fault == Fault.REFUSES) {
      throw new LogUnavailable("The log takes nothing");
    }
    store.append(user, event);
    faults.examine(() -> truth(user).appended(Entry.of(event)));
    unsettled.remove(user.toString());
    if (fault == Fault.STORES_AND_FAILS) {
      throw new LogUnavailable("The log does not say whether it has the event");
    }
  }

  @Override
  public List<StreamEvent> read(UserKey user, long seq, int limit) {
    requireThere();
    return store.read(user, seq, limit);
  }

  @Override
  public void expire(UserKey user, Instant now) {
    requireThere();
    store.expire(user, now);
    truth(user).expired(now);
  }

  @Override
  public void release(UserKey user) {
    requireThere();
    store.release(user);
    truth(user).released();
  }

  private void requireThere() {
    if (fault == Fault.AWAY) {
      throw new LogUnavailable("The log is away");
    }
  }
}
