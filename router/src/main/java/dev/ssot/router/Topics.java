package dev.ssot.router;

import dev.ssot.router.protocol.UserKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is subscribed to what, by tenant and topic. A topic without subscribers is not kept.
 * Thread-safe; the truth about one user is in his {@link Subscriptions}.
 */
final class Topics {

  private record Key(String tenant, String topic) {}

  private final ConcurrentHashMap<Key, Set<UserKey>> subscribers = new ConcurrentHashMap<>();

  void add(UserKey user, String topic) {
    subscribers.compute(
        new Key(user.tenant(), topic),
        (key, users) -> {
          Set<UserKey> changed = users == null ? new LinkedHashSet<>() : users;
          changed.add(user);
          return changed;
        });
  }

  void remove(UserKey user, String topic) {
    subscribers.computeIfPresent(
        new Key(user.tenant(), topic),
        (key, users) -> {
          users.remove(user);
          return users.isEmpty() ? null : users;
        });
  }

  /** The users of the tenant who are subscribed, in the order in which they came. */
  List<UserKey> of(String tenant, String topic) {
    List<UserKey> found = new ArrayList<>();
    subscribers.computeIfPresent(
        new Key(tenant, topic),
        (key, users) -> {
          found.addAll(users);
          return users;
        });
    return List.copyOf(found);
  }

  /** Topics that somebody is subscribed to. */
  int size() {
    return subscribers.size();
  }
}
