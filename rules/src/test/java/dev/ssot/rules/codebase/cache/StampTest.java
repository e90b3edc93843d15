package dev.ssot.rules.codebase.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {

  private static final long NANOS = 1_000_000;
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-05-01T10:00:00Z"));

  private final Path file;

  StampTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("A.java");
    write("class A {}", file);
  }

  private static void write(String text, Path file) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, TIME);
  }

  @Test
  void isTheSameWhileNothingChanges() {
    assertTrue(Stamp.of(file).isPresent());
    assertEquals(Stamp.of(file), Stamp.of(file));
  }

  @Test
  void tellsSizesAndTimes() throws IOException {
    Optional<Stamp> before = Stamp.of(file);
    write("class AB {}", file);
    assertNotEquals(before, Stamp.of(file));

    write("class A {}", file);
    Files.setLastModifiedTime(file, FileTime.from(TIME.toInstant().plusNanos(1_000)));
    assertNotEquals(before, Stamp.of(file));
  }

  /** Another file of the same size and time in its place. */
  @Test
  void tellsFilesApart() throws IOException {
    Path other = file.resolveSibling("B.java");
    write("class B {}", other);
    Optional<Stamp> before = Stamp.of(file);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertNotEquals(before, Stamp.of(file));
  }

  @Test
  void isThatOfTheFileAtTheEndOfALink() throws IOException {
    Path link = Files.createSymbolicLink(file.resolveSibling("L.java"), file);
    assertEquals(Stamp.of(file), Stamp.of(link));

    Files.delete(file);
    assertEquals(Optional.empty(), Stamp.of(link));
  }

  @Test
  void settlesAfterTwoSeconds() {
    Stamp stamp = new Stamp(1, 10_000 * NANOS, 11_000 * NANOS, 1, 1);
    assertFalse(stamp.isSettled(0));
    assertFalse(stamp.isSettled(11_000));
    assertFalse(stamp.isSettled(13_000));
    assertTrue(stamp.isSettled(13_001));
    assertFalse(new Stamp(1, 12_000 * NANOS, 11_000 * NANOS, 1, 1).isSettled(13_001));
  }
}
