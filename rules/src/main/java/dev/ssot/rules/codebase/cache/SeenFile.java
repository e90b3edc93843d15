package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.SourceKind;
import java.util.Optional;

/**
 * A file as an earlier scan saw it.
 *
 * @param path relative to the base of the scan, with {@code /}
 * @param kind by the folder that it lies in
 * @param high of the hash of the content
 * @param low of the hash of the content
 * @param stamp by which it is known to be the same without reading it; none where only the content
 *     can tell
 */
public record SeenFile(String path, SourceKind kind, long high, long low, Optional<Stamp> stamp) {

  /** Whether a file has this content. */
  public boolean holds(byte[] content, long salt) {
    EntryKey key = EntryKey.of(path, kind, content, salt);
    return key.high() == high && key.low() == low;
  }

  EntryKey key() {
    return new EntryKey(path, kind, high, low);
  }
}
