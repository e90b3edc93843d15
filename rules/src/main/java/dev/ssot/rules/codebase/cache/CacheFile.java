package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.FileFacts;
import dev.ssot.rules.codebase.SourceKind;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of facts on disk: those of one source file after another, then all texts, then where the
 * facts of each source file lie, then where the texts begin.
 *
 * <p>It is written once, from front to back, and never changed. Facts are read where they are asked
 * for. All bytes are under a checksum, those of each source file under one of their own. Safe for
 * concurrent use.
 */
final class CacheFile implements Closeable {

  /** Larger ones take more time than they save. */
  static final long LARGEST = 512L << 20;

  private static final int MARK = 0x736F7431;
  private static final int FOOT = Long.BYTES + 2 * Integer.BYTES;

  /** So many bytes are read at once, as a scan asks for most of them, one after another. */
  private static final int BLOCK = 1 << 15;

  private record Slot(long position, int length, int checksum) {

    /** The block that all of it lies in, or -1. */
    int block() {
      long first = position / BLOCK;
      return first == (position + length - 1) / BLOCK ? (int) first : -1;
    }
  }

  private final FileChannel channel;
  private final AtomicReferenceArray<byte @Nullable []> blocks;
  private final Map<EntryKey, Slot> slots = new LinkedHashMap<>();
  private final Texts texts;
  private final long salt;
  private final long id;

  /** Where the facts end. */
  private final long end;

  /**
   * Opens a file.
   *
   * @param scan what all of its facts depend on
   * @throws DamagedCache if it is none, or one of another scan
   */
  static CacheFile open(Path file, String scan) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new CacheFile(channel, scan);
    } catch (IOException e) {
      channel.close();
      throw e;
    } catch (RuntimeException e) {
      channel.close();
      throw new DamagedCache("its index makes no sense: " + e);
    }
  }

  private CacheFile(FileChannel channel, String scan) throws IOException {
    this.channel = channel;
    byte[] index = index(channel);
    ByteSource source = new ByteSource(index);
    this.texts = new Texts(index, source);
    if (!source.text().equals(scan)) {
      throw new DamagedCache("it is of another scan");
    }
    this.salt = source.fixedLong();
    this.id = source.fixedLong();
    long position = 0;
    for (int rest = source.number(); rest > 0; rest--) {
      EntryKey key =
          new EntryKey(
              texts.text(source.number()),
              SourceKind.valueOf(texts.text(source.number())),
              source.fixedLong(),
              source.fixedLong());
      Slot slot = new Slot(position, source.number(), source.fixed());
      slots.put(key, slot);
      position += slot.length();
    }
    this.end = position;
    this.blocks = new AtomicReferenceArray<>((int) (end / BLOCK) + 1);
  }

  private static byte[] index(FileChannel channel) throws IOException {
    long end = channel.size() - FOOT;
    if (end < 0 || end > LARGEST) {
      throw new DamagedCache("it has " + channel.size() + " bytes");
    }
    ByteSource foot = new ByteSource(FileBytes.of(channel, end, FOOT));
    long start = foot.fixedLong();
    int checksum = foot.fixed();
    if (foot.fixed() != MARK || start < 0 || start > end) {
      throw new DamagedCache("it ends before its end");
    }
    byte[] index = FileBytes.of(channel, start, (int) (end - start));
    if (checksum(index, index.length) != checksum) {
      throw new DamagedCache("the checksum of its index is wrong");
    }
    return index;
  }

  /** A block, which threads that ask for it at the same time may each read. */
  private byte[] block(int number) throws IOException {
    byte @Nullable [] block = blocks.get(number);
    if (block == null) {
      long start = (long) number * BLOCK;
      block = FileBytes.of(channel, start, (int) Math.min(BLOCK, end - start));
      blocks.set(number, block);
    }
    return block;
  }

  /** The checksum of the first bytes, as all files of the cache have it. */
  static int checksum(byte[] bytes, int length) {
    return checksum(bytes, 0, length);
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }

  /** What the hashes of contents begin with. */
  long salt() {
    return salt;
  }

  /** What no other file has. */
  long id() {
    return id;
  }

  /** The source files whose facts it holds, in order. */
  Set<EntryKey> keys() {
    return Collections.unmodifiableSet(slots.keySet());
  }

  /** Lets go of what was read and is nobody's. */
  void rest() {
    for (int i = 0; i < blocks.length(); i++) {
      blocks.set(i, null);
    }
  }

  /** Number of source files whose facts it holds. */
  int size() {
    return slots.size();
  }

  /** The facts of a source file, where it holds them. */
  Optional<FileFacts> facts(EntryKey key) throws IOException {
    Slot slot = slots.get(key);
    if (slot == null) {
      return Optional.empty();
    }
    int block = slot.block();
    byte[] bytes = block < 0 ? FileBytes.of(channel, slot.position(), slot.length()) : block(block);
    int from = block < 0 ? 0 : (int) (slot.position() % BLOCK);
    if (checksum(bytes, from, slot.length()) != slot.checksum()) {
      throw new DamagedCache("the checksum of the facts of `" + key.path() + "` is wrong");
    }
    try {
      return Optional.of(new FactReader(new ByteSource(bytes, from), texts).facts());
    } catch (RuntimeException e) {
      throw new DamagedCache("the facts of `" + key.path() + "` make no sense: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Writes a file.
   *
   * @param scan what all facts depend on
   * @param salt what the hashes of contents begin with
   * @param id what no other file has
   */
  static void write(
      SortedMap<EntryKey, FileFacts> facts, String scan, long salt, long id, OutputStream out)
      throws IOException {
    Texts.Numbered texts = new Texts.Numbered();
    ByteSink entry = new ByteSink();
    FactWriter writer = new FactWriter(entry, texts);
    ByteSink places = new ByteSink();
    places.text(scan);
    places.fixed(salt);
    places.fixed(id);
    places.number(facts.size());
    long position = 0;
    for (Map.Entry<EntryKey, FileFacts> one : facts.entrySet()) {
      entry.clear();
      writer.facts(one.getValue());
      out.write(entry.bytes(), 0, entry.size());
      place(places, one.getKey(), texts, entry);
      position += entry.size();
      if (position > LARGEST) {
        throw new IOException("it would be larger than " + (LARGEST >> 20) + " MiB");
      }
    }
    ByteSink index = new ByteSink();
    texts.write(index);
    index.raw(places.bytes(), places.size());
    out.write(index.bytes(), 0, index.size());
    ByteSink foot = new ByteSink();
    foot.fixed(position);
    foot.fixed(checksum(index.bytes(), index.size()));
    foot.fixed(MARK);
    out.write(foot.bytes(), 0, foot.size());
  }

  private static void place(ByteSink places, EntryKey key, Texts.Numbered texts, ByteSink entry) {
    places.number(texts.number(key.path()));
    places.number(texts.number(key.kind().name()));
    places.fixed(key.high());
    places.fixed(key.low());
    places.number(entry.size());
    places.fixed(checksum(entry.bytes(), entry.size()));
  }
}
