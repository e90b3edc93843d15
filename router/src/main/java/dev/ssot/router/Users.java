package dev.ssot.router;

import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.run.Run;
import dev.ssot.router.run.RunPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The users of whom anything is kept, no more than the limits allow. Thread-safe. */
final class Users {

  private final Core core;
  private final Places places;
  private final ConcurrentHashMap<UserKey, UserState> states = new ConcurrentHashMap<>();

  Users(Core core) {
    this.core = core;
    places = new Places(core.limits().log().users());
  }

  /**
   * Does something exclusively with the state of a user. A state that has just been given up is
   * never used: the user gets a new one.
   *
   * @param full what is done instead where nothing is kept of the user and no place is left
   */
  <T> T with(UserKey key, Function<UserState, T> action, Supplier<T> full) {
    Optional<T> result = Optional.empty();
    while (result.isEmpty()) {
      Optional<UserState> kept = keep(key);
      if (kept.isEmpty()) {
        return full.get();
      }
      UserState state = kept.get();
      result =
          state.exclusively(
              () -> state.isRetired() ? Optional.empty() : Optional.of(action.apply(state)));
    }
    return result.get();
  }

  /** Emits an event to all connections of a user, now or when they resume. */
  Emission emit(UserKey key, Event event) {
    return with(
        key,
        state -> state.intake().emit(event),
        () -> {
          Emission.Refused refused = refusal();
          core.tell(observer -> observer.eventDecided(key, event, refused));
          return refused;
        });
  }

  /** Sends an ephemeral event to one connection of a user and to no other. */
  Emission send(UserKey key, ConnectionId connection, Event event) {
    return ifKept(key, state -> true, state -> state.intake().send(connection, event))
        .orElseGet(
            () ->
                new Emission.Refused(
                    Refusal.NO_SUCH_CONNECTION, "Nothing is known of `%s`".formatted(key)));
  }

  /** Starts a run of an agent for a user. */
  Run startRun(UserKey key, RunPlan plan) {
    return with(
        key,
        state -> state.startRun(plan),
        () -> new UserState(key, core, this).runs().refused(plan, refusal()));
  }

  /** Says to a client that nothing is kept of him and no place is left. */
  Attachment.Refused noPlace() {
    return new Attachment.Refused(
        Attachment.Reason.TOO_MANY_USERS,
        "The router keeps %d users; try another node".formatted(places.total()));
  }

  private Emission.Refused refusal() {
    return new Emission.Refused(
        Refusal.TOO_MANY_USERS,
        "The router keeps %d users and has no place for one more; raise log.users"
            .formatted(places.total()));
  }

  private Optional<UserState> keep(UserKey key) {
    Optional<UserState> known = find(key);
    if (known.isPresent()) {
      return known;
    }
    if (!places.take()) {
      return find(key);
    }
    UserState fresh = new UserState(key, core, this);
    UserState first = states.putIfAbsent(key, fresh);
    if (first == null) {
      return Optional.of(fresh);
    }
    places.giveBack();
    return Optional.of(first);
  }

  /** Does something exclusively with the state of a user, if there is one and it is as wanted. */
  <T> Optional<T> ifKept(UserKey key, Predicate<UserState> wanted, Function<UserState, T> action) {
    return find(key)
        .flatMap(
            state ->
                state.exclusively(
                    () ->
                        !state.isRetired() && wanted.test(state)
                            ? Optional.of(action.apply(state))
                            : Optional.empty()));
  }

  /** The right to speak to a whole tenant. */
  Tenant tenant(String name) {
    return new Tenant(this, core, name);
  }

  /** The users of a tenant of whom anything is kept. */
  List<UserKey> of(String tenant) {
    return states.keySet().stream().filter(user -> user.tenant().equals(tenant)).toList();
  }

  /** The state of a user, if anything is kept of him. */
  Optional<UserState> find(UserKey key) {
    return Optional.ofNullable(states.get(key));
  }

  /** Called by the state itself, exclusively, when it keeps nothing any more. */
  void retire(UserState state) {
    if (states.remove(state.key(), state)) {
      places.giveBack();
    }
  }

  /** All states, some of which may have come or gone in the meantime. */
  Collection<UserState> all() {
    return Collections.unmodifiableCollection(states.values());
  }

  int size() {
    return states.size();
  }
}
