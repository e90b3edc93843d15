package dev.ssot.router.server;

import dev.ssot.router.SessionRefresh;
import dev.ssot.router.auth.Authentication;
import dev.ssot.router.auth.Authenticator;
import dev.ssot.router.auth.Credential;
import dev.ssot.router.protocol.Payload;
import java.time.InstantSource;
import java.util.Optional;

/** Has the token of an {@code auth} message examined. */
final class TokenRenewal implements SessionRefresh {

  private final Authenticator authenticator;
  private final InstantSource clock;

  TokenRenewal(Authenticator authenticator, InstantSource clock) {
    this.authenticator = authenticator;
    this.clock = clock;
  }

  @Override
  public Optional<Proof> verify(Payload payload) {
    return payload
        .text("token")
        .map(token -> new Credential(Credential.Kind.TOKEN, token))
        .flatMap(this::proof);
  }

  private Optional<Proof> proof(Credential credential) {
    return authenticator.authenticate(credential, clock.instant())
            instanceof Authentication.Proved proof
        ? Optional.of(new Proof(proof.user(), proof.expires()))
        : Optional.empty();
  }
}
