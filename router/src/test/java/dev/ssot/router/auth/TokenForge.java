package dev.ssot.router.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Makes keys and tokens, true ones and all kinds of false ones. */
public final class TokenForge {

  static final String ISSUER = "https://id.example";
  static final String AUDIENCE = "chat";

  private final RSAKey rsa;
  private final ECKey ec;
  private final KeyPair ed;
  private final Instant now;

  public TokenForge(Instant now) throws JOSEException, GeneralSecurityException {
    this.now = now;
    rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** The rules that tokens of this forge obey, with its public keys in a file. */
  public TokenRules rules(Path folder) throws IOException {
    Path file = folder.resolve("jwks.json");
    write(file, rsa.toPublicJWK(), ec.toPublicJWK(), edKey());
    return new TokenRules(file, ISSUER, AUDIENCE, "tenant", "sub");
  }

  static void write(Path file, JWK... keys) throws IOException {
    Files.writeString(file, new JWKSet(List.of(keys)).toString(false), StandardCharsets.UTF_8);
  }

  /** A good token. */
  public String good(String user) {
    return rs256(claims(user).build());
  }

  /** A good token with a given end. */
  public String good(String user, Instant end) {
    return rs256(claims(user).expirationTime(Date.from(end)).build());
  }

  /** Bad tokens by what is wrong with them. */
  public Map<String, String> bad() throws GeneralSecurityException, JOSEException {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("alg none", new PlainJWT(claims("alice").build()).serialize());
    bad.put(
        "alg none with a kid", part("{\"alg\":\"none\",\"kid\":\"rsa\"}") + payloadOfGood() + ".");
    bad.put("alg None", part("{\"alg\":\"None\",\"kid\":\"rsa\"}") + payloadOfGood() + ".");
    bad.put("HS256 by the public key", confused());
    bad.put("RS512", signed(JWSAlgorithm.RS512, "rsa", claims("alice").build()));
    bad.put("PS256", signed(JWSAlgorithm.PS256, "rsa", claims("alice").build()));
    bad.put(
        "the key of another algorithm", signed(JWSAlgorithm.RS256, "ec", claims("alice").build()));
    bad.put("an unknown key", signed(JWSAlgorithm.RS256, "other", claims("alice").build()));
    bad.put("its own key in the header", ownKey());
    bad.put("another's signature", new TokenForge(now).good("alice"));
    bad.put("a changed payload", changed());
    bad.put("no signature", good("alice").replaceAll("[^.]+$", ""));
    bad.put("a zero ES256 signature", zeroSignature("ES256", "ec"));
    bad.put("a zero EdDSA signature", zeroSignature("EdDSA", "ed"));
    bad.put("a critical header", signedWithCritical());
    bad.put("expired", with(claims -> claims.expirationTime(Date.from(now.minusSeconds(60)))));
    bad.put("no end", with(claims -> claims.expirationTime(null)));
    bad.put("not yet valid", with(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60)))));
    bad.put("another audience", with(claims -> claims.audience("admin")));
    bad.put("no audience", with(claims -> claims.audience((String) null)));
    bad.put("another issuer", with(claims -> claims.issuer("https://evil.example")));
    bad.put("no issuer", with(claims -> claims.issuer(null)));
    bad.put("no tenant", with(claims -> claims.claim("tenant", null)));
    bad.put("a tenant that is a number", with(claims -> claims.claim("tenant", 7)));
    bad.put("no user", with(claims -> claims.subject(null)));
    bad.put("a blank user", with(claims -> claims.subject(" ")));
    bad.put("a very long user", with(claims -> claims.subject("x".repeat(129))));
    bad.put("empty", "");
    bad.put("dots", "..");
    bad.put("rubbish", "x.y.z");
    bad.put("very long", good("alice") + "A".repeat(10_000));
    return bad;
  }

  String with(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims("alice");
    change.accept(claims);
    return rs256(claims.build());
  }

  String es256(String user) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims(user).build());
    token.sign(new ECDSASigner(ec));
    return token.serialize();
  }

  String edDsa(String user) throws GeneralSecurityException {
    String input =
        part("{\"alg\":\"EdDSA\",\"kid\":\"ed\"}") + part(claims(user).build().toString());
    String signed = input.substring(0, input.length() - 1);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(ed.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return input + Base64URL.encode(signature.sign());
  }

  RSAKey rsa() {
    return rsa;
  }

  OctetKeyPair edKey() {
    byte[] encoded = ed.getPublic().getEncoded();
    byte[] last = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(last)).keyID("ed").build();
  }

  private JWTClaimsSet.Builder claims(String user) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(List.of("other", AUDIENCE))
        .expirationTime(Date.from(now.plusSeconds(600)))
        .claim("tenant", "acme")
        .subject(user);
  }

  private String rs256(JWTClaimsSet claims) {
    return signed(JWSAlgorithm.RS256, "rsa", claims);
  }

  private String signed(JWSAlgorithm algorithm, String kid, JWTClaimsSet claims) {
    return signed(new JWSHeader.Builder(algorithm).keyID(kid).build(), rsa, claims);
  }

  private static String signed(JWSHeader header, RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException broken) {
      throw new AssertionError(broken);
    }
  }

  private String confused() throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(),
            claims("alice").build());
    token.sign(new MACSigner(rsa.toPublicKey().getEncoded()));
    return token.serialize();
  }

  private String ownKey() throws JOSEException {
    RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").jwk(own.toPublicJWK()).build();
    return signed(header, own, claims("alice").build());
  }

  private String signedWithCritical() {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa")
            .criticalParams(Set.of("exp"))
            .customParam("exp", 1)
            .build();
    return signed(header, rsa, claims("alice").build());
  }

  private String changed() {
    String[] parts = good("alice").split("\\.", -1);
    String eve = part(claims("eve").build().toString());
    return parts[0] + "." + eve + parts[2];
  }

  private String zeroSignature(String algorithm, String kid) {
    return part("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\"}")
        + payloadOfGood()
        + "."
        + Base64URL.encode(new byte[64]);
  }

  private String payloadOfGood() {
    return good("alice").split("\\.", -1)[1];
  }

  private static String part(String json) {
    return Base64URL.encode(json) + ".";
  }
}
