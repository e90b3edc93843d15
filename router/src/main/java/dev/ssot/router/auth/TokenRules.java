package dev.ssot.router.auth;

import java.nio.file.Path;

/**
 * What a token must say.
 *
 * @param keys file with the public keys of whoever issues tokens
 * @param issuer the required {@code iss}
 * @param audience what must be among {@code aud}
 * @param tenantClaim name of the claim that holds the tenant
 * @param userClaim name of the claim that holds the user, as a rule {@code sub}
 */
public record TokenRules(
    Path keys, String issuer, String audience, String tenantClaim, String userClaim) {

  public TokenRules {
    if (issuer.isBlank() || audience.isBlank() || tenantClaim.isBlank() || userClaim.isBlank()) {
      throw new IllegalArgumentException(
          "Issuer, audience or the name of a claim is blank; all four are required");
    }
  }
}
