package dev.ssot.rules.codebase.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file, by which a change of its content shows without reading it.
 *
 * <p>Two equal stamps mean equal content only if the file was at rest when the first was taken
 * ({@link #isSettled}): a file can change twice within one tick of the clock that its times come
 * from, and keep its size.
 *
 * @param modified when the content was changed, in nanoseconds since 1970
 * @param changed when anything was changed, which no program can set back; in nanoseconds since
 *     1970
 * @param node number of the file on its device
 */
public record Stamp(long size, long modified, long changed, long node, long device) {

  /** The coarsest clock of a file system in use, that of FAT. */
  private static final long TICK_MILLIS = 2_000;

  /** The time of a change where the system does not tell it, so that such a file never settles. */
  private static final long NEVER_AT_REST = Long.MAX_VALUE;

  private static final String ATTRIBUTES = "unix:size,lastModifiedTime,ctime,ino,dev,nlink";

  /**
   * What a file system tells of a file at one time.
   *
   * @param shared whether the file may have other names, so that it can change without the folder
   *     of this name hearing of it
   */
  public record Sight(Stamp stamp, boolean shared) {}

  /** The stamp of a file at the end of a chain of links; none where it cannot be reached. */
  public static Optional<Stamp> of(Path file) {
    return sight(file).map(Sight::stamp);
  }

  /** What is told of a file at the end of a chain of links; nothing if it cannot be reached. */
  public static Optional<Sight> sight(Path file) {
    try {
      return Optional.of(asked(file));
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static Sight asked(Path file) throws IOException {
    Map<String, Object> told;
    try {
      told = Files.readAttributes(file, ATTRIBUTES);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
      return new Sight(
          new Stamp(basic.size(), nanos(basic.lastModifiedTime()), NEVER_AT_REST, 0, 0), true);
    }
    Stamp stamp =
        new Stamp(
            number(told.get("size")),
            nanos(told.get("lastModifiedTime")),
            nanos(told.get("ctime")),
            number(told.get("ino")),
            number(told.get("dev")));
    return new Sight(stamp, number(told.get("nlink")) != 1);
  }

  private static long number(@Nullable Object told) {
    return told instanceof Number number ? number.longValue() : 0;
  }

  private static long nanos(@Nullable Object told) {
    return told instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : NEVER_AT_REST;
  }

  /**
   * A text that says of some files, by their paths, that they have these stamps: another one for
   * others.
   */
  public static String together(SortedMap<String, Stamp> stamps) {
    ByteSink sink = new ByteSink();
    stamps.forEach(
        (path, stamp) -> {
          sink.text(path);
          stamp.write(sink);
        });
    MessageDigest digest = EntryKey.sha256();
    digest.update(sink.bytes(), 0, sink.size());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What was written. */
  public static Stamp read(ByteSource source) {
    return new Stamp(
        source.fixedLong(),
        source.fixedLong(),
        source.fixedLong(),
        source.fixedLong(),
        source.fixedLong());
  }

  public void write(ByteSink sink) {
    sink.fixed(size);
    sink.fixed(modified);
    sink.fixed(changed);
    sink.fixed(node);
    sink.fixed(device);
  }

  // Written out, as they are asked for each file of a scan, before any of it is compiled.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stamp that
        && size == that.size
        && modified == that.modified
        && changed == that.changed
        && node == that.node
        && device == that.device;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(node + 31 * changed);
  }

  /**
   * Whether whatever changes the file from now on gives it another stamp.
   *
   * @param now a time before the stamp was taken, in milliseconds since 1970
   */
  public boolean isSettled(long now) {
    long rest = TimeUnit.MILLISECONDS.toNanos(now - TICK_MILLIS);
    return modified < rest && changed < rest;
  }
}
