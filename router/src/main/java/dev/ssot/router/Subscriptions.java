package dev.ssot.router;

import java.util.LinkedHashSet;
import java.util.Set;

/** The topics of one user. Guarded by the user's lock. */
final class Subscriptions {

  private final UserState user;
  private final Set<String> topics = new LinkedHashSet<>();

  Subscriptions(UserState user) {
    this.user = user;
  }

  Subscription add(String topic) {
    if (topic.isBlank()
        || topic.length() > user.core().limits().inbound().messages().nameLength()) {
      return Subscription.BAD_NAME;
    }
    if (!topics.contains(topic) && topics.size() >= user.core().limits().connections().topics()) {
      return Subscription.TOO_MANY;
    }
    topics.add(topic);
    user.core().topics().add(user.key(), topic);
    return Subscription.ACTIVE;
  }

  void remove(String topic) {
    topics.remove(topic);
    user.core().topics().remove(user.key(), topic);
  }

  void clear() {
    topics.forEach(topic -> user.core().topics().remove(user.key(), topic));
    topics.clear();
  }

  boolean contains(String topic) {
    return topics.contains(topic);
  }

  int size() {
    return topics.size();
  }
}
