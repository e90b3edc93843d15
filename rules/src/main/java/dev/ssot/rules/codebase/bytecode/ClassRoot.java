package dev.ssot.rules.codebase.bytecode;

import dev.ssot.rules.codebase.cache.Stamp;
import dev.ssot.rules.model.SlashedPaths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder or an archive of class files.
 *
 * @param file absolute
 * @param display how reports name it: relative to the base, or its own name where it lies elsewhere
 * @param isArchive whether it was an archive when it was first looked at
 */
record ClassRoot(Path file, String display, boolean isArchive) {

  static ClassRoot of(Path base, Path file) {
    String display =
        file.startsWith(base) && !file.equals(base)
            ? SlashedPaths.of(base.relativize(file))
            : String.valueOf(file.getFileName());
    return new ClassRoot(file, display, Files.isRegularFile(file));
  }

  /** The file that holds an entry. */
  Path place(String entry) {
    return isArchive ? file : file.resolve(entry);
  }

  /**
   * The stamps of the files that hold entries, by these; an archive has one, by the empty string.
   */
  SortedMap<String, Stamp> stamps(List<String> entries) {
    List<String> names = isArchive ? List.of("") : entries;
    SortedMap<String, Stamp> stamps = new TreeMap<>();
    names.parallelStream()
        .map(name -> Map.entry(name, Stamp.of(place(name))))
        .toList()
        .forEach(one -> one.getValue().ifPresent(stamp -> stamps.put(one.getKey(), stamp)));
    return stamps;
  }

  /** Variants for other Java versions are left aside: the plain classes are for all. */
  private static boolean isClass(String entry) {
    return entry.endsWith(".class")
        && !entry.endsWith("module-info.class")
        && !entry.endsWith("package-info.class")
        && !entry.startsWith("META-INF/");
  }

  /** Reads entries of a root. */
  interface Contents extends AutoCloseable {

    /** Paths of the class files in it, with {@code /}, sorted. */
    List<String> entries() throws IOException;

    /** Safe for concurrent use. */
    InputStream open(String entry) throws IOException;

    @Override
    void close() throws IOException;
  }

  Contents contents() throws IOException {
    return isArchive ? new Archive(new ZipFile(file.toFile())) : new Folder(file);
  }

  private static List<String> classes(Stream<String> all) {
    return all.filter(ClassRoot::isClass).sorted().distinct().toList();
  }

  private record Archive(ZipFile zip) implements Contents {

    @Override
    public List<String> entries() {
      return classes(zip.stream().map(ZipEntry::getName));
    }

    @Override
    public InputStream open(String entry) throws IOException {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new IOException("The archive no longer has " + entry);
      }
      return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  private record Folder(Path folder) implements Contents {

    @Override
    public List<String> entries() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        return classes(
            files
                .filter(Files::isRegularFile)
                .map(file -> SlashedPaths.of(folder.relativize(file))));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    @Override
    public InputStream open(String entry) throws IOException {
      return Files.newInputStream(folder.resolve(entry));
    }

    @Override
    public void close() {}
  }
}
