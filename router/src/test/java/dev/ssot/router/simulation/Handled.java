package dev.ssot.router.simulation;

import dev.ssot.router.protocol.UserKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** What handlers were called with since the process began, and how it went. */
final class Handled {

  private record Call(String content, Instant at) {}

  private final Duration window;
  private final int failuresToBreak;
  private final Map<String, Call> calls = new HashMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Map<String, Integer> failuresInARow = new HashMap<>();
  private final Set<String> broken = new HashSet<>();

  Handled(Duration window, int failuresToBreak) {
    this.window = window;
    this.failuresToBreak = failuresToBreak;
  }

  /** A handler is called; twice for one message only once the first call is past remembering. */
  void called(UserKey user, String id, String content, Instant now) {
    Call earlier = calls.put(user + " " + id, new Call(content, now));
    Assertions.assertTrue(
        earlier == null || earlier.at().plus(window).isBefore(now),
        () -> id + " of " + user + " was handled twice");
    Assertions.assertFalse(id.startsWith("f-"), () -> "a forged message was handled: " + id);
  }

  void succeeded(UserKey user, String type, String id, String content) {
    accepted.add(user + " " + id + " " + content);
    answered(user, type);
  }

  /** A handler has answered, whatever it said. */
  void answered(UserKey user, String type) {
    failuresInARow.remove(type + " " + user.tenant());
  }

  void failed(UserKey user, String type) {
    String guard = type + " " + user.tenant();
    if (failuresInARow.merge(guard, 1, Integer::sum) >= failuresToBreak) {
      broken.add(guard);
    }
  }

  /** Whether a handler has accepted this very message. */
  boolean isAccepted(UserKey user, String id, String content) {
    return accepted.contains(user + " " + id + " " + content);
  }

  /** Whether the handlers of a tenant have ever failed often enough for a rest. */
  boolean mayRest(UserKey user) {
    return broken.stream().anyMatch(guard -> guard.endsWith(" " + user.tenant()));
  }

  /** The process has died. */
  void forget() {
    calls.clear();
    accepted.clear();
    failuresInARow.clear();
    broken.clear();
  }
}
