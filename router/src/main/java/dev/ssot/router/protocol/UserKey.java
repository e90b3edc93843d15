package dev.ssot.router.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A user of a tenant: the only identity that the router knows. Equal names in different tenants are
 * different users. Immutable.
 *
 * <p>Every message looks its user up a few times, so the hash is kept, as a record can't.
 */
public final class UserKey {

  private static final int PRIME = 31;

  private final String tenant;
  private final String user;
  private final int hash;

  /** The user called {@code user} of {@code tenant}. */
  public UserKey(String tenant, String user) {
    Names.require("tenant", tenant);
    Names.require("user", user);
    this.tenant = tenant;
    this.user = user;
    hash = tenant.hashCode() * PRIME + user.hashCode();
  }

  public String tenant() {
    return tenant;
  }

  public String user() {
    return user;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserKey key && tenant.equals(key.tenant) && user.equals(key.user);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return tenant + "/" + user;
  }
}
