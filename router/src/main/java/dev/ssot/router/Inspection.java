package dev.ssot.router;

import dev.ssot.router.guard.GuardFigures;
import dev.ssot.router.protocol.UserKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at a router without touching it. Each user is seen at one moment, all of them not: what
 * comes or goes meanwhile may be in an answer or not. There is no payload and no secret in what is
 * seen. Safe for use by several threads.
 */
public final class Inspection {

  private static final Comparator<UserKey> ORDER =
      Comparator.comparing(UserKey::tenant).thenComparing(UserKey::user);

  private final Core core;
  private final Users users;

  Inspection(Core core, Users users) {
    this.core = core;
    this.users = users;
  }

  /** Users by tenant and name, behind the given one, as many as wanted. */
  public List<UserFigures> users(Optional<UserKey> after, int most) {
    return users.all().stream()
        .map(UserState::key)
        .filter(key -> after.isEmpty() || ORDER.compare(key, after.get()) > 0)
        .sorted(ORDER)
        .flatMap(key -> figures(key).stream())
        .limit(most)
        .toList();
  }

  /** Every open connection, while it is being looked at. */
  public Stream<ConnectionFigures> connections() {
    return users.all().stream()
        .flatMap(user -> user.exclusively(() -> user.connections().figures()).stream());
  }

  /** How handlers fare with tenants, as far as anything is known: by type and tenant. */
  public List<GuardFigures> guards() {
    return core.guards().figures(core.now());
  }

  private Optional<UserFigures> figures(UserKey key) {
    return users.find(key).map(user -> user.exclusively(user::figures));
  }
}
