package dev.ssot.rules.codebase.cache;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A folder of cache files, of facts, of tables, of class files and of results, that several
 * processes may use at once.
 *
 * <p>A file appears with all of its content or not at all. Where files take too much room, those
 * that were not used for the longest time go.
 *
 * @param path absolute
 * @param most how many bytes the files may have together; the newest stays in any case
 */
record CacheFolder(Path path, long most) {

  private static final String FACTS = ".facts";
  private static final String RESULT = ".result";
  private static final String TABLES = ".tables";
  private static final String CLASSES = ".classes";
  private static final String UNFINISHED = ".tmp";
  private static final int NAME_BYTES = 16;
  private static final long DAY_MILLIS = 86_400_000;

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The file for the facts of a scan. */
  Path file(String scan) {
    return path.resolve(hash(scan) + FACTS);
  }

  /** The file for what was computed from the facts of a scan. */
  Path tables(String scan) {
    return path.resolve(hash(scan) + TABLES);
  }

  /** The file for what was read of the class files of a root. */
  Path classes(String root) {
    return path.resolve(hash(root) + CLASSES);
  }

  /** The file for what a scan came to. */
  Path result(String scan) {
    return path.resolve(hash(scan) + RESULT);
  }

  private static String hash(String scan) {
    byte[] hash = EntryKey.sha256().digest(scan.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
  }

  /** Puts a file in the place of the one that may be there. */
  void replace(Path file, Content content) throws IOException {
    Files.createDirectories(path);
    Path unfinished = Files.createTempFile(path, "facts-", UNFINISHED);
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
        content.writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    makeRoom(file);
  }

  /** Notes that a file is still used; a day is as exact as it gets. */
  static void used(Path file, LocalDate today) throws IOException {
    FileTime start = FileTime.from(today.atStartOfDay(ZoneOffset.UTC).toInstant());
    if (Files.getLastModifiedTime(file).compareTo(start) < 0) {
      Files.setLastModifiedTime(file, start);
    }
  }

  /** A file with what decides about its staying. */
  private record Kept(Path file, long size, long modified) {

    boolean isUnfinished() {
      return file.toString().endsWith(UNFINISHED);
    }
  }

  private void makeRoom(Path written) throws IOException {
    List<Kept> files = files();
    long now = files.stream().mapToLong(Kept::modified).max().orElse(0);
    long taken = 0;
    for (Kept kept : files) {
      boolean newest = kept.file().equals(written);
      if (kept.isUnfinished()) {
        // Another run may be about to finish it, unless a crash ended that long ago.
        if (now - kept.modified() > DAY_MILLIS) {
          Files.deleteIfExists(kept.file());
        }
      } else {
        taken += kept.size();
        if (taken > most && !newest) {
          Files.deleteIfExists(kept.file());
        }
      }
    }
  }

  /** All files, the latest first; other runs may add and take away some at any time. */
  private List<Kept> files() throws IOException {
    List<Kept> files = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(path, "*{.facts,.tables,.classes,.result,.tmp}")) {
      for (Path file : all) {
        try {
          files.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
        } catch (NoSuchFileException e) {
          // It is gone, as it would be a moment later.
        }
      }
    }
    files.sort(Comparator.comparingLong(Kept::modified).reversed());
    return files;
  }
}
