package dev.ssot.router.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public keys in a file (JWK Set, RFC 7517), read again when the file says something else. */
final class JwksFile {

  private final ReloadedFiles<Map<String, VerificationKey>> keys;

  /** Reads the file, or throws an exception that says what is wrong. */
  JwksFile(Path file, Duration reloadEvery) {
    keys =
        new ReloadedFiles<>(
            "The set of keys",
            List.of(file),
            reloadEvery,
            contents -> parse(file, contents.get(0)));
  }

  Optional<VerificationKey> find(String id) {
    return Optional.ofNullable(keys.value().get(id));
  }

  /** Reads the file again if it is time; a broken one is logged, and the old keys stay. */
  void tick(Instant now) {
    keys.tick(now);
  }

  private static Map<String, VerificationKey> parse(Path file, byte[] content) {
    Map<String, VerificationKey> byId = new TreeMap<>();
    try {
      for (JWK jwk : JWKSet.parse(new String(content, StandardCharsets.UTF_8)).getKeys()) {
        VerificationKey key = VerificationKey.of(jwk);
        if (byId.put(key.id(), key) != null) {
          throw new IllegalArgumentException(
              "Key `%s` is twice in %s; keep one".formatted(key.id(), file));
        }
      }
    } catch (ParseException broken) {
      throw new IllegalArgumentException("%s is no JWK set; correct it".formatted(file), broken);
    }
    if (byId.isEmpty()) {
      throw new IllegalArgumentException("%s has no key; give one".formatted(file));
    }
    return byId;
  }
}
