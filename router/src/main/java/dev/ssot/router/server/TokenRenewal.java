package dev.ssot.router.server;

import dev.ssot.router.SessionRenewal;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.auth.Credential;
import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.UserKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Has the token of an {@code auth} message examined; it must be the same user's. */
final class TokenRenewal implements SessionRenewal {

  private final Authenticator authenticator;
  private final InstantSource clock;

  TokenRenewal(Authenticator authenticator, InstantSource clock) {
    this.authenticator = authenticator;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> renew(UserKey user, Payload payload) {
    return payload
        .text("token")
        .map(token -> new Credential(Credential.Kind.TOKEN, token))
        .flatMap(this::proof)
        .filter(proof -> proof.user().equals(user))
        .map(Authentication.Proved::expires);
  }

  private Optional<Authentication.Proved> proof(Credential credential) {
    return authenticator.authenticate(credential, clock.instant())
            instanceof Authentication.Proved proof
        ? Optional.of(proof)
        : Optional.empty();
  }
}
