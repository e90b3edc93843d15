package dev.ssot.router;

import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one user that wait for a handler or that a handler has not returned from. Guarded
 * by the user's lock.
 */
final class Workload {

  private final UserState user;

  /** Hardly ever more than a few, so that a list finds them faster than a set would. */
  private final List<Work> inFlight = new ArrayList<>();

  Workload(UserState user) {
    this.user = user;
  }

  /** Puts a message in the lane of its connection. */
  void accept(Work work) {
    inFlight.add(work);
    if (work.message().isAcknowledged()) {
      user.window().begin(work.message(), work.origin());
    }
    work.lane().add(work);
  }

  /** Gives the answer to everybody who waits for it, and the lane to the next message. */
  void answered(Work work, ServerFrame answer) {
    ClientMessage message = work.message();
    boolean failure = answer instanceof ServerFrame.Failure;
    if (message.isAcknowledged()) {
      boolean remember =
          !(answer instanceof ServerFrame.Failure refused && refused.code().retryable());
      user.window()
          .settle(message.id(), answer, remember, user.now())
          .forEach(connection -> user.connections().send(connection, answer));
    } else if (failure) {
      user.connections().send(work.origin(), answer);
    }
    work.lane().answered(work);
  }

  /** Takes note that no thread works on the message any more. */
  void left(Work work) {
    inFlight.remove(work);
  }

  void tick(Instant now) {
    List.copyOf(inFlight).forEach(work -> work.tick(now));
  }

  int size() {
    return inFlight.size();
  }
}
