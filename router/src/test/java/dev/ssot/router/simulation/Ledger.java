package dev.ssot.router.simulation;

import dev.ssot.router.protocol.UserKey;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** What a client has sent on its connection, and the answers: exactly one, and a true one. */
final class Ledger {

  private static final Set<String> ANY_TIME = Set.of("rate_limited", "overloaded", "draining");

  /** What may be said of a message besides, by the first letter of its id. */
  private static final Map<String, Set<String>> FAIR =
      Map.of(
          "a", Set.of("rejected", "handler_failed", "handler_timed_out"),
          "b", Set.of("handler_failed", "handler_timed_out"),
          "c", Set.of("id_reused", "handler_timed_out"),
          "f", Set.of("identity_mismatch"),
          "h", Set.of("protocol"),
          "s", Set.of("handler_timed_out"),
          "t", Set.of("handler_timed_out"),
          "x", Set.of("unknown_type"));

  private final UserKey user;
  private final Handled handled;
  private final Map<String, Set<String>> contents = new HashMap<>();
  private final Map<String, Integer> sends = new HashMap<>();
  private final Map<String, Integer> answers = new HashMap<>();

  Ledger(UserKey user, Handled handled) {
    this.user = user;
    this.handled = handled;
  }

  /** A new connection begins. */
  void begin() {
    contents.clear();
    sends.clear();
    answers.clear();
  }

  void sent(String id, String content) {
    if (!id.isEmpty()) {
      contents.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(content);
      sends.merge(id, 1, Integer::sum);
    }
  }

  void acknowledged(String id) {
    answered(id);
    boolean true_ =
        contents.getOrDefault(id, Set.of()).stream()
            .anyMatch(content -> handled.isAccepted(user, id, content));
    Assertions.assertTrue(true_, () -> id + " was acknowledged and no handler has accepted it");
  }

  void refused(String id, String code) {
    if (id.isEmpty() && code.equals("rate_limited")) {
      return;
    }
    answered(id);
    boolean fair =
        ANY_TIME.contains(code)
            || FAIR.getOrDefault(id.substring(0, 1), Set.of()).contains(code)
            || (code.equals("handler_unavailable") && handled.mayRest(user));
    Assertions.assertTrue(fair, () -> id + " of " + user + " was refused with " + code);
  }

  /** Fails unless each message that was sent on this connection is answered. */
  void requireAllAnswered() {
    sends.forEach(
        (id, sent) ->
            Assertions.assertTrue(
                answers.getOrDefault(id, 0) > 0, () -> id + " of " + user + " was not answered"));
  }

  private void answered(String id) {
    int times = answers.merge(id, 1, Integer::sum);
    int sent = sends.getOrDefault(id, 0);
    Assertions.assertTrue(
        times <= sent, () -> id + " was sent " + sent + " times and answered " + times);
  }
}
