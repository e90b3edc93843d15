package dev.ssot.router.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;

/**
 * A public key and the one algorithm that it verifies. The algorithm comes from the key and never
 * from a token, so no token can have a key taken for one of another kind.
 */
record VerificationKey(String id, JWSAlgorithm algorithm, JWSVerifier verifier) {

  private static final int LEAST_RSA_BITS = 2048;

  /** The key, or an {@link IllegalArgumentException} that says why it is none. */
  static VerificationKey of(JWK jwk) {
    if (jwk.getKeyID() == null || jwk.getKeyID().isBlank()) {
      throw new IllegalArgumentException("A key has no `kid`; give each one");
    }
    if (jwk.isPrivate()) {
      throw new IllegalArgumentException(
          "Key `%s` is private; publish only its public half".formatted(jwk.getKeyID()));
    }
    if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
      throw new IllegalArgumentException(
          "Key `%s` is not for signatures; leave it out".formatted(jwk.getKeyID()));
    }
    try {
      return byType(jwk);
    } catch (JOSEException | GeneralSecurityException broken) {
      throw new IllegalArgumentException("Key `%s` is broken".formatted(jwk.getKeyID()), broken);
    }
  }

  boolean verifies(JWSObject token) throws JOSEException {
    return token.getHeader().getAlgorithm().equals(algorithm) && token.verify(verifier);
  }

  private static VerificationKey byType(JWK jwk) throws JOSEException, GeneralSecurityException {
    if (jwk instanceof RSAKey rsa && rsa.size() >= LEAST_RSA_BITS) {
      return with(jwk, JWSAlgorithm.RS256, new RSASSAVerifier(rsa));
    }
    if (jwk instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)) {
      return with(jwk, JWSAlgorithm.ES256, new ECDSAVerifier(ec));
    }
    if (jwk instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)) {
      return with(jwk, JWSAlgorithm.EdDSA, new Ed25519Verifier(pair));
    }
    throw new IllegalArgumentException(
        "Key `%s` is of a kind that is not taken; give RSA from 2048 bits, P-256 or Ed25519"
            .formatted(jwk.getKeyID()));
  }

  private static VerificationKey with(JWK jwk, JWSAlgorithm algorithm, JWSVerifier verifier) {
    if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().getName().equals(algorithm.getName())) {
      throw new IllegalArgumentException(
          "Key `%s` says it is for `%s`; it can only be for `%s`"
              .formatted(jwk.getKeyID(), jwk.getAlgorithm().getName(), algorithm.getName()));
    }
    return new VerificationKey(jwk.getKeyID(), algorithm, verifier);
  }
}
