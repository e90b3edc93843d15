package dev.ssot.packaging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A jar on disk.
 *
 * @param file where it lies
 */
record Jar(Path file) {

  /** The class files of some packages and those below, by entry, in the order of the jar. */
  Map<String, byte[]> classes(List<String> packages) throws IOException {
    List<String> folders = packages.stream().map(name -> name.replace('.', '/') + "/").toList();
    Map<String, byte[]> classes = new LinkedHashMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") && folders.stream().anyMatch(name::startsWith)) {
          try (InputStream content = jar.getInputStream(entry)) {
            classes.put(name, content.readAllBytes());
          }
        }
      }
    }
    return classes;
  }

  /**
   * Gives entries another content. Those that there are keep place, time and method; new ones
   * follow at the end, as old as the first entry. All others are copied as they are packed, as to
   * pack them again would take longer than all the rest.
   *
   * @param contents by entry, at least one
   */
  void put(Map<String, byte[]> contents) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try {
      write(contents, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void write(Map<String, byte[]> contents, Path draft) throws IOException {
    Map<String, byte[]> added = new LinkedHashMap<>(contents);
    try (ZipFile old = ZipFile.builder().setPath(file).get();
        ZipArchiveOutputStream jar =
            new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      List<ZipArchiveEntry> entries = Collections.list(old.getEntries());
      for (ZipArchiveEntry entry : entries) {
        byte[] content = added.remove(entry.getName());
        if (content == null) {
          jar.addRawArchiveEntry(entry, old.getRawInputStream(entry));
        } else {
          add(jar, new ZipArchiveEntry(entry), content);
        }
      }
      for (Map.Entry<String, byte[]> one : added.entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(one.getKey());
        entry.setTime(entries.get(0).getTime());
        add(jar, entry, one.getValue());
      }
    }
  }

  private static void add(ZipArchiveOutputStream jar, ZipArchiveEntry entry, byte[] content)
      throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    jar.putArchiveEntry(entry);
    jar.write(content);
    jar.closeArchiveEntry();
  }
}
