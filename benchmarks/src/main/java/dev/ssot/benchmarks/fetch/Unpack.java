package dev.ssot.benchmarks.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks source jars, several at once.
 *
 * <p>The JDK's {@code jar} and Maven refuse archives with times before 1970, of which there are
 * some; times do not matter here and are not taken over.
 */
public final class Unpack {

  private Unpack() {}

  /** Unpacks every jar of one folder into a folder of its name in another. */
  public static void main(String[] arguments) throws IOException {
    Path into = Path.of(arguments[1]);
    try (var files = Files.list(Path.of(arguments[0]))) {
      List<Path> jars = files.sorted().toList();
      jars.parallelStream().forEach(jar -> unpack(jar, into.resolve(name(jar))));
    }
  }

  private static String name(Path jar) {
    return jar.getFileName().toString().replaceFirst("\\.jar$", "");
  }

  static void unpack(Path jar, Path folder) {
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      for (ZipEntry entry :
          (Iterable<ZipEntry>) archive.stream().map(ZipEntry.class::cast)::iterator) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("%s: the entry %s leads out of its folder".formatted(jar, entry));
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          try (InputStream bytes = archive.getInputStream(entry)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(jar + " cannot be unpacked", e);
    }
  }
}
