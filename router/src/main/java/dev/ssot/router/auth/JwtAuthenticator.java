package dev.ssot.router.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.Unicode;
import dev.ssot.router.protocol.UserKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believes signed JWTs (RFC 7519, checked as RFC 8725 advises): RS256, ES256 or EdDSA by a key of a
 * file, with the algorithm that belongs to the key, and with issuer, audience, end, tenant and
 * user. Whatever the header says beyond the key's id (a key, an address of keys) is not looked at.
 * Safe for use by several threads.
 */
public final class JwtAuthenticator implements Authenticator {

  private static final Set<JOSEObjectType> TYPES =
      Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

  private final TokenRules rules;
  private final AuthLimits limits;
  private final MessageLimits sizes;
  private final JwksFile keys;

  /** Reads the keys, or throws an exception that says why they can't be read. */
  public JwtAuthenticator(TokenRules rules, AuthLimits limits, MessageLimits sizes) {
    this.rules = rules;
    this.limits = limits;
    this.sizes = sizes;
    keys = new JwksFile(rules.keys(), limits.reloadEvery());
  }

  @Override
  public Authentication authenticate(Credential credential, Instant now) {
    if (credential.kind() == Credential.Kind.TICKET
        || credential.value().length() > limits.tokenLength()) {
      return new Authentication.Denied("It is no token, or a very long one");
    }
    try {
      SignedJWT token = SignedJWT.parse(credential.value());
      return isSigned(token)
          ? claims(token.getJWTClaimsSet(), now)
          : new Authentication.Denied("The signature is not by a key that is known");
    } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
      return new Authentication.Denied("The token is malformed");
    }
  }

  /** Reads the keys again if it is time; broken ones are logged, and the old ones stay. */
  @Override
  public void tick(Instant now) {
    keys.tick(now);
  }

  private boolean isSigned(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (header.getType() != null && !TYPES.contains(header.getType())) {
      return false;
    }
    String id = header.getKeyID();
    Optional<VerificationKey> key = id == null ? Optional.empty() : keys.find(id);
    return key.isPresent() && key.get().verifies(token);
  }

  private Authentication claims(JWTClaimsSet claims, Instant now) throws ParseException {
    if (!rules.issuer().equals(claims.getIssuer())
        || !claims.getAudience().contains(rules.audience())) {
      return new Authentication.Denied("Issuer or audience is another");
    }
    Date end = claims.getExpirationTime();
    if (end == null || !now.isBefore(end.toInstant().plus(limits.clockSkew()))) {
      return new Authentication.Denied("The token has no end, or it has passed");
    }
    Date start = claims.getNotBeforeTime();
    if (start != null && now.isBefore(start.toInstant().minus(limits.clockSkew()))) {
      return new Authentication.Denied("The token is not valid yet");
    }
    String tenant = claims.getStringClaim(rules.tenantClaim());
    String user = claims.getStringClaim(rules.userClaim());
    return isName(tenant) && isName(user)
        ? new Authentication.Proved(
            new UserKey(tenant, user), end.toInstant().plus(limits.clockSkew()))
        : new Authentication.Denied("Tenant or user is missing or no name");
  }

  private boolean isName(@Nullable String name) {
    return name != null
        && !name.isBlank()
        && name.length() <= sizes.nameLength()
        && Unicode.isWellFormed(name);
  }
}
