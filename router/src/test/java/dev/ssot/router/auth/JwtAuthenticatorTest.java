package dev.ssot.router.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.ssot.router.limits.AuthLimits;
import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.protocol.UserKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtAuthenticatorTest {

  private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");
  private static final AuthLimits LIMITS = AuthLimits.standard();

  @TempDir private Path folder;
  private final TokenForge forge = new TokenForge(NOW);
  private TokenRules rules;
  private JwtAuthenticator authenticator;

  JwtAuthenticatorTest() throws Exception {}

  @BeforeEach
  void writeKeys() throws Exception {
    rules = forge.rules(folder);
    authenticator = authenticator();
  }

  @Test
  void believesTokensOfEachAlgorithm() throws Exception {
    Instant end = NOW.plusSeconds(600).plus(LIMITS.clockSkew());
    Authentication alice = new Authentication.Proved(new UserKey("acme", "alice"), end);
    assertEquals(alice, authenticate(forge.good("alice")));
    assertEquals(alice, authenticate(forge.es256("alice")));
    for (int i = 0; i < 20; i++) {
      JwtAuthenticatorTest other = new JwtAuthenticatorTest();
      other.folder = folder;
      other.writeKeys();
      assertEquals(alice, other.authenticate(other.forge.edDsa("alice")));
    }
  }

  @Test
  void believesNothingElse() throws Exception {
    Map<String, String> bad = forge.bad();
    assertTrue(bad.size() > 25);
    bad.forEach(
        (what, token) -> assertInstanceOf(Authentication.Denied.class, authenticate(token), what));
  }

  @Test
  void allowsForTheSkewOfClocksAndNotMore() {
    long skew = LIMITS.clockSkew().toSeconds();
    Date inside = Date.from(NOW.minusSeconds(skew - 1));
    Date outside = Date.from(NOW.minusSeconds(skew));
    assertInstanceOf(
        Authentication.Proved.class,
        authenticate(forge.with(claims -> claims.expirationTime(inside))));
    assertInstanceOf(
        Authentication.Denied.class,
        authenticate(forge.with(claims -> claims.expirationTime(outside))));
  }

  @Test
  void believesNoTokenThatComesAsATicket() {
    Credential ticket = new Credential(Credential.Kind.TICKET, forge.good("alice"));
    assertInstanceOf(Authentication.Denied.class, authenticator.authenticate(ticket, NOW));
  }

  @Test
  void readsTheKeysAgainWhenTheFileChanges() throws Exception {
    TokenForge next = new TokenForge(NOW);
    next.rules(folder);
    authenticator.tick(NOW);
    assertInstanceOf(Authentication.Denied.class, authenticate(forge.good("alice")));
    assertInstanceOf(Authentication.Proved.class, authenticate(next.good("alice")));
  }

  @Test
  void keepsTheOldKeysWhenTheFileBreaks() throws Exception {
    Instant later = NOW;
    for (String broken : new String[] {"", "{", "{\"keys\":[]}", "{\"keys\":[{}]}"}) {
      Files.writeString(rules.keys(), broken, StandardCharsets.UTF_8);
      later = later.plus(LIMITS.reloadEvery());
      authenticator.tick(later);
      assertInstanceOf(Authentication.Proved.class, authenticate(forge.good("alice")), broken);
    }
    Files.delete(rules.keys());
    authenticator.tick(later.plus(LIMITS.reloadEvery()));
    assertInstanceOf(Authentication.Proved.class, authenticate(forge.good("alice")));
  }

  @Test
  void doesNotReadTheFileAtEveryTick() throws Exception {
    authenticator.tick(NOW);
    new TokenForge(NOW).rules(folder);
    authenticator.tick(NOW.plus(LIMITS.reloadEvery()).minus(Duration.ofMillis(1)));
    assertInstanceOf(Authentication.Proved.class, authenticate(forge.good("alice")));
  }

  @Test
  void refusesKeysThatAreUnsafe() throws Exception {
    RSAKey good = forge.rsa().toPublicJWK();
    assertRefused(forge.rsa());
    assertRefused(good, good);
    assertRefused(new RSAKey.Builder(good.toRSAPublicKey()).build());
    assertRefused(new RSAKeyGenerator(1024, true).keyID("weak").generate().toPublicJWK());
    assertRefused(new ECKeyGenerator(Curve.P_384).keyID("p384").generate().toPublicJWK());
    assertRefused(new OctetSequenceKey.Builder(new byte[32]).keyID("secret").build());
    assertRefused(new RSAKey.Builder(good).algorithm(JWSAlgorithm.HS256).build());
  }

  private void assertRefused(JWK... keys) throws Exception {
    TokenForge.write(rules.keys(), keys);
    assertThrows(IllegalArgumentException.class, this::authenticator);
  }

  private JwtAuthenticator authenticator() {
    return new JwtAuthenticator(rules, LIMITS, MessageLimits.standard());
  }

  private Authentication authenticate(String token) {
    return authenticator.authenticate(new Credential(Credential.Kind.TOKEN, token), NOW);
  }
}
