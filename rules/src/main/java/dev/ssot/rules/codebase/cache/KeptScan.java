package dev.ssot.rules.codebase.cache;

import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one scan was asked, what it came upon and what it came to, in a file beside the facts.
 *
 * <p>All bytes are under a checksum. Not safe for concurrent use.
 */
public final class KeptScan {

  private static final int MARK = 0x736F7432;
  private static final int FOOT = 2 * Integer.BYTES;
  private static final List<SourceKind> KINDS = List.of(SourceKind.values());

  private final SeenSources sources;
  private final byte[] bytes;
  private final int values;

  private KeptScan(SeenSources sources, byte[] bytes, int values) {
    this.sources = sources;
    this.bytes = bytes;
    this.values = values;
  }

  /**
   * The scan of a name that was kept, if one was.
   *
   * @param folder absolute
   * @param name tells the scans of different things apart
   * @throws DamagedCache if it is not what was written
   * @throws IOException if it cannot be read
   */
  public static Optional<KeptScan> in(Path folder, String name) throws IOException {
    byte[] bytes;
    try {
      bytes = FileBytes.of(files(folder).result(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    ByteSource foot = new ByteSource(bytes, Math.max(0, bytes.length - FOOT));
    if (bytes.length < FOOT
        || foot.fixed() != CacheFile.checksum(bytes, bytes.length - FOOT)
        || foot.fixed() != MARK) {
      throw new DamagedCache("the checksum of a kept result is wrong");
    }
    try {
      ByteSource source = new ByteSource(bytes);
      if (!source.text().equals(name)) {
        throw new DamagedCache("a kept result is of another scan");
      }
      SeenSources sources = sources(source);
      return Optional.of(new KeptScan(sources, bytes, source.position()));
    } catch (RuntimeException e) {
      throw new DamagedCache("a kept result makes no sense: " + e);
    }
  }

  private static CacheFolder files(Path folder) {
    return new CacheFolder(folder, FactsCache.FOLDER_LIMIT);
  }

  /** What the scan came upon. */
  public SeenSources sources() {
    return sources;
  }

  /**
   * What the scan came to, if it was asked the very same.
   *
   * @param question a record of this module
   * @throws DamagedCache if it is not what was written
   */
  public Optional<Object> answerTo(Record question) throws IOException {
    RecordReader reader = new RecordReader(new ByteSource(bytes, values));
    try {
      return reader.value().equals(question) ? Optional.of(reader.value()) : Optional.empty();
    } catch (RuntimeException e) {
      throw new DamagedCache("a kept result makes no sense: " + e);
    }
  }

  /**
   * Keeps a scan in the place of the one that may be there.
   *
   * @param question all that it was asked
   * @param answer what it came to
   */
  public static void keep(
      Path folder, String name, SeenSources sources, Record question, Record answer)
      throws IOException {
    ByteSink sink = new ByteSink();
    sink.text(name);
    write(sources, sink);
    RecordWriter writer = new RecordWriter(sink);
    writer.value(question);
    writer.value(answer);
    sink.fixed(CacheFile.checksum(sink.bytes(), sink.size()));
    sink.fixed(MARK);
    CacheFolder files = files(folder);
    files.replace(files.result(name), out -> out.write(sink.bytes(), 0, sink.size()));
  }

  // The file is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  private static void write(SeenSources sources, ByteSink sink) {
    sink.fixed(sources.salt());
    sink.number(sources.files().size());
    for (SeenFile file : sources.files()) {
      sink.text(file.path());
      sink.number(file.kind().ordinal());
      sink.fixed(file.high());
      sink.fixed(file.low());
      sink.flag(file.stamp().isPresent());
      file.stamp().ifPresent(stamp -> stamp.write(sink));
    }
    RecordWriter writer = new RecordWriter(sink);
    writer.value(sources.excluded());
    writer.value(sources.problems());
    writer.value(sources.matched());
  }

  private static SeenSources sources(ByteSource source) {
    long salt = source.fixedLong();
    int count = source.number();
    List<SeenFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(
          new SeenFile(
              source.text(),
              KINDS.get(source.number()),
              source.fixedLong(),
              source.fixedLong(),
              source.flag() ? Optional.of(Stamp.read(source)) : Optional.empty()));
    }
    RecordReader reader = new RecordReader(source);
    List<String> excluded = all(reader.value(), String.class);
    List<Problem> problems = all(reader.value(), Problem.class);
    Set<String> matched = Set.copyOf(all(reader.value(), String.class));
    return new SeenSources(salt, files, excluded, problems, matched);
  }

  private static <T> List<T> all(Object read, Class<T> type) {
    return ((Collection<?>) read).stream().<T>map(type::cast).toList();
  }
}
