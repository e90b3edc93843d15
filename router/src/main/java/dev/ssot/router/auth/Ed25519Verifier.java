package dev.ssot.router.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/** Verifies Ed25519 signatures (RFC 8037) with the JDK's own implementation. */
final class Ed25519Verifier implements JWSVerifier {

  private static final int KEY_BYTES = 32;

  private final JCAContext context = new JCAContext();
  private final PublicKey key;

  Ed25519Verifier(OctetKeyPair jwk) throws GeneralSecurityException {
    key = publicKey(jwk.getDecodedX());
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) {
    if (header.getCriticalParams() != null) {
      return false;
    }
    try {
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(key);
      verification.update(signingInput);
      return verification.verify(signature.decode());
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java from 15 on has Ed25519", impossible);
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }

  /** The bytes are y, the lowest first, and in the highest bit whether x is odd (RFC 8032). */
  private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != KEY_BYTES) {
      throw new GeneralSecurityException("An Ed25519 key has 32 bytes");
    }
    byte[] big = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      big[i] = bytes[KEY_BYTES - 1 - i];
    }
    boolean oddX = big[0] < 0;
    big[0] &= Byte.MAX_VALUE;
    EdECPoint point = new EdECPoint(oddX, new BigInteger(1, big));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }
}
