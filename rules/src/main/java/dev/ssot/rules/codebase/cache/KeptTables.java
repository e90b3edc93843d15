package dev.ssot.rules.codebase.cache;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was computed from all facts of a cache file, in a file beside it: what was written, then the
 * id of the cache file; or what was read of class files, which depends on no such file.
 *
 * <p>All bytes are under a checksum.
 */
final class KeptTables {

  private static final int MARK = 0x736F7433;
  private static final int FOOT = Long.BYTES + 2 * Integer.BYTES;

  private KeptTables() {}

  /**
   * What was computed from some facts, if it was kept.
   *
   * @param scan what all of it depends on
   * @param id of the cache file that holds the facts
   * @throws DamagedCache if it is not what was written
   * @throws IOException if it cannot be read
   */
  static Optional<ByteSource> of(Path file, String scan, long id) throws IOException {
    byte[] bytes;
    try {
      bytes = FileBytes.of(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (bytes.length < FOOT) {
      throw new DamagedCache("its tables have " + bytes.length + " bytes");
    }
    ByteSource foot = new ByteSource(bytes, bytes.length - FOOT);
    long of = foot.fixedLong();
    if (foot.fixed() != CacheFile.checksum(bytes, bytes.length - 2 * Integer.BYTES)
        || foot.fixed() != MARK) {
      throw new DamagedCache("the checksum of its tables is wrong");
    }
    ByteSource source = new ByteSource(bytes);
    if (!source.text().equals(scan)) {
      throw new DamagedCache("its tables are of another scan");
    }
    return of == id ? Optional.of(source) : Optional.empty();
  }

  /** Puts what was computed in the place of what may be there. */
  static void write(CacheFolder folder, Path file, String scan, long id, Consumer<ByteSink> content)
      throws IOException {
    ByteSink sink = new ByteSink();
    sink.text(scan);
    content.accept(sink);
    sink.fixed(id);
    sink.fixed(CacheFile.checksum(sink.bytes(), sink.size()));
    sink.fixed(MARK);
    folder.replace(file, out -> out.write(sink.bytes(), 0, sink.size()));
  }
}
