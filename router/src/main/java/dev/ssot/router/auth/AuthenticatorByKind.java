package dev.ssot.router.auth;

import java.time.Instant;

/** Sends tokens to one authenticator and tickets to another. */
public final class AuthenticatorByKind implements Authenticator {

  private final Authenticator tokens;
  private final Authenticator tickets;

  /** One for tokens, in cookies too, and one for tickets. */
  public AuthenticatorByKind(Authenticator tokens, Authenticator tickets) {
    this.tokens = tokens;
    this.tickets = tickets;
  }

  @Override
  public Authentication authenticate(Credential credential, Instant now) {
    return switch (credential.kind()) {
      case TOKEN, COOKIE -> tokens.authenticate(credential, now);
      case TICKET -> tickets.authenticate(credential, now);
    };
  }

  @Override
  public void tick(Instant now) {
    tokens.tick(now);
    tickets.tick(now);
  }
}
