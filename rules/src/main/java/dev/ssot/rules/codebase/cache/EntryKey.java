package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.SourceKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of a file depend on, apart from what holds for the whole cache file.
 *
 * @param path relative to the base of the scan, with {@code /}
 * @param kind by the folder that it lies in
 * @param high of the hash of the content
 * @param low of the hash of the content
 */
record EntryKey(String path, SourceKind kind, long high, long low) implements Comparable<EntryKey> {

  private static final Comparator<EntryKey> ORDER =
      Comparator.comparing(EntryKey::path)
          .thenComparing(EntryKey::kind)
          .thenComparingLong(EntryKey::high)
          .thenComparingLong(EntryKey::low);

  /**
   * The key of a file.
   *
   * <p>MD5 takes a quarter of the time of SHA-256. That people can make two contents of one MD5
   * does no harm here: they would have to know the salt, which each cache file draws for itself.
   */
  static EntryKey of(String path, SourceKind kind, byte[] content, long salt) {
    MessageDigest digest = digest();
    ByteSink head = new ByteSink();
    head.fixed(salt);
    digest.update(head.bytes(), 0, head.size());
    ByteSource hash = new ByteSource(digest.digest(content));
    return new EntryKey(path, kind, hash.fixedLong(), hash.fixedLong());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      return sha256();
    }
  }

  /** What every Java has, also where MD5 is switched off. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  // Written out, as they are asked for each file of a scan, before any of it is compiled.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntryKey that
        && high == that.high
        && low == that.low
        && kind == that.kind
        && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high);
  }

  @Override
  public int compareTo(EntryKey other) {
    return ORDER.compare(this, other);
  }
}
