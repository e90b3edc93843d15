package dev.ssot.rules.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of a finding across edits, renamed files and moves.
 *
 * <p>A hash (SHA-256, the first 128 bits) of the rule, the subject and the evidence that defines
 * the finding. Two findings may share one: fingerprints are compared as multisets.
 *
 * @param value {@code v1:} and 32 hexadecimal digits
 */
public record Fingerprint(String value) implements Comparable<Fingerprint> {

  private static final String VERSION = "v1:";
  private static final int BYTES = 16;

  public Fingerprint {
    if (!value.startsWith(VERSION)) {
      throw new IllegalArgumentException("Not a fingerprint of version v1: " + value);
    }
  }

  /** The fingerprint of what {@code rule} finds at {@code subject}, defined by {@code evidence}. */
  public static Fingerprint of(String rule, Subject subject, List<String> evidence) {
    MessageDigest digest = sha256();
    feed(digest, rule);
    feed(digest, subject.type());
    feed(digest, subject.member());
    evidence.forEach(part -> feed(digest, part));
    return new Fingerprint(VERSION + HexFormat.of().formatHex(digest.digest(), 0, BYTES));
  }

  private static void feed(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return value.compareTo(other.value);
  }
}
