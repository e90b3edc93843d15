package dev.ssot.benchmarks.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {

  private final Path folder;

  UnpackTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("jars"));
  }

  private void jar(String name, ZipEntry entry, String text) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(folder.resolve("jars").resolve(name));
        ZipOutputStream archive = new ZipOutputStream(bytes)) {
      archive.putNextEntry(entry);
      archive.write(text.getBytes(StandardCharsets.UTF_8));
      archive.closeEntry();
    }
  }

  private void run() throws IOException {
    Unpack.main(
        new String[] {folder.resolve("jars").toString(), folder.resolve("into").toString()});
  }

  @Test
  void unpacksEachJarIntoAFolderOfItsName() throws IOException {
    jar("one.jar", new ZipEntry("a/One.java"), "class One {}");
    jar("two-1.0.jar", new ZipEntry("a/Two.java"), "class Two {}");
    run();
    assertEquals("class One {}", Files.readString(folder.resolve("into/one/a/One.java")));
    assertEquals("class Two {}", Files.readString(folder.resolve("into/two-1.0/a/Two.java")));
  }

  @Test
  void takesAFileFromBefore1970() throws IOException {
    ZipEntry old = new ZipEntry("a/Old.java");
    old.setLastModifiedTime(FileTime.from(Instant.parse("1960-01-01T00:00:00Z")));
    jar("old.jar", old, "class Old {}");
    run();
    assertEquals("class Old {}", Files.readString(folder.resolve("into/old/a/Old.java")));
  }

  @Test
  void refusesAnEntryThatLeadsOutOfItsFolder() throws IOException {
    jar("bad.jar", new ZipEntry("../../Bad.java"), "class Bad {}");
    assertThrows(UncheckedIOException.class, this::run);
    assertFalse(Files.exists(folder.resolve("Bad.java")));
  }
}
