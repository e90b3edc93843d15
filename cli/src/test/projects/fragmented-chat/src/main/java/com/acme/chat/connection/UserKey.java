package com.acme.chat.connection;

/** A user of a tenant, as the handshake has authenticated it. */
public record UserKey(String tenant, String userId) {

  public UserKey {
    if (tenant.isBlank() || userId.isBlank()) {
      throw new IllegalArgumentException("A user needs a tenant and an id");
    }
  }
}
