package dev.ssot.router;

import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.UserKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The right to speak to all users of one tenant and to see who is there.
 *
 * <p>It is handed out by {@link MessageRouter#tenant} and to handlers that are registered as {@link
 * TenantHandler}; no other handler has it. Each user gets an event at a place of his own stream, so
 * that two events sent at the same time may be in another order for another user. Safe for use by
 * several threads.
 */
public final class Tenant {

  private static final Comparator<UserKey> BY_NAME = Comparator.comparing(UserKey::user);

  private final Users users;
  private final Core core;
  private final String name;

  Tenant(Users users, Core core, String name) {
    this.users = users;
    this.core = core;
    this.name = name;
  }

  /** The tenant's name. */
  public String name() {
    return name;
  }

  /**
   * Emits an event to every user who has a connection, or had one so lately that he may resume. One
   * who comes or goes at this moment may or may not get it.
   */
  public Reach broadcast(Event event) {
    return emit(event, users.of(name), UserState::isReachable);
  }

  /** Emits an event to every user who is subscribed to the topic. */
  public Reach publish(String topic, Event event) {
    return emit(event, core.topics().of(name, topic), user -> user.subscriptions().contains(topic));
  }

  /** The users who have an open connection at this moment, by name. */
  public Set<UserKey> present() {
    Set<UserKey> present = new TreeSet<>(BY_NAME);
    core.connections().users().filter(user -> user.tenant().equals(name)).forEach(present::add);
    return present;
  }

  private Reach emit(Event event, Collection<UserKey> to, Predicate<UserState> wanted) {
    // What many get is put into JSON once, which the payload then knows.
    event.payload().packed();
    Map<UserKey, Emission> emissions = new LinkedHashMap<>();
    for (UserKey user : to) {
      users
          .ifKept(user, state -> wanted.test(state), state -> state.intake().emit(event))
          .ifPresent(emission -> emissions.put(user, emission));
    }
    return Reach.of(emissions);
  }
}
