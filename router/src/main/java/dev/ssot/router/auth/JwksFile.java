package dev.ssot.router.auth;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public keys in a file (JWK Set, RFC 7517), read again when the file says something else. */
final class JwksFile {

  private final Path file;
  private volatile Keys keys;

  /** Reads the file, or throws an {@link IllegalArgumentException} that says what is wrong. */
  JwksFile(Path file) {
    this.file = file;
    keys = parse(read());
  }

  private record Keys(String text, Map<String, VerificationKey> byId) {}

  Optional<VerificationKey> find(String id) {
    return Optional.ofNullable(keys.byId().get(id));
  }

  /**
   * Reads the file again. If it is broken the keys stay as they are and the reason is thrown.
   *
   * @return whether it says something else than before
   */
  boolean reload() {
    String text = read();
    if (text.equals(keys.text())) {
      return false;
    }
    keys = parse(text);
    return true;
  }

  private String read() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Keys can't be read from " + file, unreadable);
    }
  }

  private Keys parse(String text) {
    Map<String, VerificationKey> byId = new TreeMap<>();
    try {
      for (JWK jwk : JWKSet.parse(text).getKeys()) {
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
    return new Keys(text, byId);
  }
}
