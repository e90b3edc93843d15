package dev.ssot.router;

import dev.ssot.router.protocol.UserKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The users of whom anything is kept. Thread-safe. */
final class Users {

  private final Core core;
  private final ConcurrentHashMap<UserKey, UserState> states = new ConcurrentHashMap<>();

  Users(Core core) {
    this.core = core;
  }

  /**
   * Does something exclusively with the state of a user. A state that has just been given up is
   * never used: the user gets a new one.
   */
  <T> T with(UserKey key, Function<UserState, T> action) {
    Optional<T> result = Optional.empty();
    while (result.isEmpty()) {
      UserState state = states.computeIfAbsent(key, absent -> new UserState(absent, core, this));
      result =
          state.exclusively(
              () -> state.isRetired() ? Optional.empty() : Optional.of(action.apply(state)));
    }
    return result.get();
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
    states.remove(state.key(), state);
  }

  /** All states, some of which may have come or gone in the meantime. */
  Collection<UserState> all() {
    return Collections.unmodifiableCollection(states.values());
  }

  int size() {
    return states.size();
  }
}
