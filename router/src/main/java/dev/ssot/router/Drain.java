package dev.ssot.router;

import dev.ssot.router.protocol.CloseCode;
import dev.ssot.router.protocol.ServerFrame;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * Writes to one connection what its {@link Outlet} has for it. Runs in one thread at a time, and
 * calls the transport without holding a lock.
 */
final class Drain implements Runnable {

  private final UserState user;
  private final Outlet outlet;
  private final Outbound outbound;
  private final ArrayDeque<ServerFrame> pending = new ArrayDeque<>();
  private boolean closing;

  Drain(UserState user, Outlet outlet, Outbound outbound) {
    this.user = user;
    this.outlet = outlet;
    this.outbound = outbound;
  }

  @Override
  public void run() {
    try {
      Turn turn = next(Turn.Outcome.NOTHING);
      while (turn.kind() == Turn.Kind.WRITE) {
        turn = next(write(turn));
      }
      if (turn.kind() == Turn.Kind.CLOSE) {
        Farewell farewell = Objects.requireNonNull(turn.farewell());
        closing = true;
        outbound.close(farewell.code(), farewell.reason());
      }
    } catch (RuntimeException | LinkageError | AssertionError broken) {
      user.run(() -> user.connections().outboundFailed(outlet, broken));
      closeBroken();
    }
  }

  /** Gives the transport the chance to let go of a connection whose sending side has thrown. */
  private void closeBroken() {
    if (closing) {
      return;
    }
    closing = true;
    try {
      outbound.close(CloseCode.INTERNAL_ERROR, "The connection could not be written to");
    } catch (RuntimeException | LinkageError | AssertionError brokenToo) {
      user.run(() -> user.connections().outboundFailed(outlet, brokenToo));
    }
  }

  private Turn next(Turn.Outcome last) {
    return user.exclusively(() -> outlet.turn(pending, last));
  }

  private Turn.Outcome write(Turn turn) {
    boolean more = true;
    while (more && !pending.isEmpty()) {
      more = outbound.write(pending.removeFirst());
    }
    outbound.flush();
    return new Turn.Outcome(true, !more, turn.signals());
  }
}
