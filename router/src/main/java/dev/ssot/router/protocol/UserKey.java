package dev.ssot.router.protocol;

/**
 * A user of a tenant: the only identity that the router knows. Equal names in different tenants are
 * different users.
 */
public record UserKey(String tenant, String user) {

  public UserKey {
    Names.require("tenant", tenant);
    Names.require("user", user);
  }

  @Override
  public String toString() {
    return tenant + "/" + user;
  }
}
