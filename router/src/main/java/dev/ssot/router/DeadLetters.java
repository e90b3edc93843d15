package dev.ssot.router;

import dev.ssot.router.limits.DeadLetterLimits;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest messages that handlers failed on, each user with a bounded share. Thread-safe. */
final class DeadLetters {

  private final DeadLetterLimits limits;
  private final ArrayDeque<DeadLetter> letters = new ArrayDeque<>();
  private final Map<UserKey, Integer> shares = new HashMap<>();

  DeadLetters(DeadLetterLimits limits) {
    this.limits = limits;
  }

  synchronized void add(DeadLetter letter) {
    if (shares.getOrDefault(letter.user(), 0) >= limits.perUser()) {
      removeOldestOf(letter.user());
    }
    if (letters.size() >= limits.total()) {
      released(letters.removeFirst());
    }
    letters.addLast(letter);
    shares.merge(letter.user(), 1, Integer::sum);
  }

  synchronized void expire(Instant now) {
    Instant kept = now.minus(limits.age());
    while (!letters.isEmpty() && letters.getFirst().at().isBefore(kept)) {
      released(letters.removeFirst());
    }
  }

  /** The letters that are kept, the oldest first. */
  synchronized List<DeadLetter> all() {
    return List.copyOf(letters);
  }

  synchronized int size() {
    return letters.size();
  }

  private void removeOldestOf(UserKey user) {
    DeadLetter oldest =
        letters.stream().filter(letter -> letter.user().equals(user)).findFirst().orElseThrow();
    letters.remove(oldest);
    released(oldest);
  }

  private void released(DeadLetter letter) {
    shares.computeIfPresent(letter.user(), (user, share) -> share == 1 ? null : share - 1);
  }
}
