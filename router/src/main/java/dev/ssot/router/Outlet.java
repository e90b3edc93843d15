package dev.ssot.router;

import dev.ssot.router.limits.QueueLimits;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.StreamPosition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be written to one connection: a cursor into the user's stream and a few control
 * frames. It holds no events; what a slow reader is behind is in the log.
 *
 * <p>Guarded by the user's lock. At most one drain of a connection is scheduled or running, and it
 * takes its work from {@link #turn}, so that two threads never write to one connection.
 */
final class Outlet {

  private final UserState user;
  private final QueueLimits limits;
  private final Outbound outbound;
  private final Drain drain;
  private final Runnable writing = this::haveWritten;
  private final ArrayDeque<ServerFrame> controls = new ArrayDeque<>();
  private boolean live;
  private String epoch = "";
  private long cursor;
  private long liveFrom;
  private long end = Long.MAX_VALUE;
  private long liveBytes;
  private boolean scheduled;
  private boolean stalled;
  private long writableSignals;
  private long sinceMillis;
  private @Nullable Farewell farewell;
  private boolean closed;

  Outlet(UserState user, QueueLimits limits, Outbound outbound) {
    this.user = user;
    this.limits = limits;
    this.outbound = outbound;
    drain = new Drain(user, this, outbound);
    sinceMillis = user.now().toEpochMilli();
  }

  /** Begins to follow the stream after {@code seq}; what comes after {@code head} is live. */
  void follow(long seq, long head) {
    live = true;
    epoch = user.stream().here().epoch();
    cursor = seq;
    liveFrom = head;
    schedule();
  }

  /** Whether the connection follows the stream. */
  boolean isLive() {
    return live && farewell == null;
  }

  /** Adds a control frame; false if too many wait. */
  boolean offer(ServerFrame frame) {
    if (controls.size() >= limits.controls()) {
      return false;
    }
    controls.addLast(frame);
    schedule();
    return true;
  }

  /** Takes note of a new event at the head of the stream; false if the reader is too far behind. */
  boolean appended(StreamEvent event) {
    liveBytes += event.bytes();
    schedule();
    long behind = event.seq() - Math.max(cursor, liveFrom);
    return !stalled || (behind <= limits.events() && liveBytes <= limits.bytes());
  }

  /** Events that are logged and not yet taken to be written. */
  long behind() {
    return live ? Math.max(0, user.stream().newest() - cursor) : 0;
  }

  /** Control frames that are not yet taken to be written. */
  int waiting() {
    return controls.size();
  }

  /** Looks at the stream again. */
  void wake() {
    if (live && cursor < user.stream().newest()) {
      schedule();
    }
  }

  void writable() {
    writableSignals++;
    stalled = false;
    schedule();
  }

  /** Whether the reader has made no progress for too long. */
  boolean isStuck(Instant now) {
    return stalled && now.toEpochMilli() - sinceMillis > limits.stall().toMillis();
  }

  /** Whether nothing has been written for a while and nothing waits to be. */
  boolean isIdleSince(Instant then, long head) {
    return isLive()
        && !scheduled
        && !stalled
        && cursor == head
        && sinceMillis < then.toEpochMilli();
  }

  /** Closes the connection, at once or when everything is written. */
  void close(CloseCode code, String reason, boolean afterWriting) {
    if (farewell == null) {
      farewell = new Farewell(code, reason, afterWriting);
      end = user.stream().newest();
      schedule();
    }
  }

  /** Stops writing; the connection is gone. */
  void abandon() {
    closed = true;
  }

  /**
   * Decides what the drain does next.
   *
   * @param pending frames that the drain has taken and not written yet; filled here
   * @param last what came of the previous turn
   */
  Turn turn(Deque<ServerFrame> pending, Turn.Outcome last) {
    noteProgress(last);
    if (closed) {
      return rest();
    }
    if (pending.isEmpty() && !stalled) {
      fill(pending);
    }
    if (farewell != null && (!farewell.afterWriting() || stalled || pending.isEmpty())) {
      closed = true;
      return Turn.close(farewell);
    }
    return stalled || pending.isEmpty() ? rest() : Turn.write(writableSignals);
  }

  private void noteProgress(Turn.Outcome last) {
    if (last.wrote()) {
      sinceMillis = user.now().toEpochMilli();
    }
    if (last.refusedMore() && last.signalsSeen() == writableSignals) {
      stalled = true;
    }
  }

  private Turn rest() {
    scheduled = false;
    return Turn.rest();
  }

  private void schedule() {
    if (!scheduled && !closed && (!stalled || farewell != null)) {
      scheduled = true;
      user.afterwards(writing);
    }
  }

  private void haveWritten() {
    user.core().write(outbound, drain);
  }

  /** While the log is away the reader waits; the tick that finds it back wakes him. */
  private void fill(Deque<ServerFrame> pending) {
    while (!controls.isEmpty() && pending.size() < limits.batch()) {
      pending.addLast(controls.removeFirst());
    }
    try {
      fillFromStream(pending);
    } catch (LogUnavailable unavailable) {
      user.stream().doubt();
    }
  }

  private void fillFromStream(Deque<ServerFrame> pending) {
    long head = Math.min(end, user.stream().newest());
    while (live && cursor < head && pending.size() < limits.batch()) {
      int wanted = (int) Math.min(limits.batch(), head - cursor);
      List<StreamEvent> events = user.stream().readAfter(new StreamPosition(epoch, cursor), wanted);
      if (events.isEmpty()) {
        user.connections()
            .cutOff(this, CloseCode.TOO_SLOW, "What comes next is past retention; come back");
        return;
      }
      take(events, head, pending);
    }
  }

  private void take(List<StreamEvent> events, long head, Deque<ServerFrame> pending) {
    boolean slow = head - cursor > limits.shedFrom();
    Shedding shedding =
        new Shedding(events, slow, user.core().limits().inbound().messages().eventBytes());
    for (StreamEvent event : events) {
      cursor = event.seq();
      liveBytes = Math.max(0, liveBytes - (event.seq() > liveFrom ? event.bytes() : 0));
      shedding.pass(event, pending);
    }
    shedding.end(pending);
  }
}
