package dev.ssot.router.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadedFilesTest {

  private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Path one;
  private final Path other;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicInteger readings = new AtomicInteger();

  ReloadedFilesTest(@TempDir Path folder) throws IOException {
    one = Files.writeString(folder.resolve("one"), "a");
    other = Files.writeString(folder.resolve("other"), "b");
  }

  private ReloadedFiles<String> files() {
    return new ReloadedFiles<>("The pair", List.of(one, other), EVERY, this::read);
  }

  private String read(List<byte[]> contents) {
    readings.incrementAndGet();
    if (broken.get()) {
      throw new IllegalArgumentException("Broken on purpose");
    }
    return text(contents.get(0)) + text(contents.get(1));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void readsAgainWhenItIsTimeAndOneOfThemHasChanged() throws IOException {
    ReloadedFiles<String> files = files();
    files.tick(NOW);
    assertEquals(1, readings.get());

    Files.writeString(other, "c");
    files.tick(NOW.plus(EVERY).minusNanos(1));
    assertEquals("ab", files.value());
    files.tick(NOW.plus(EVERY));
    assertEquals("ac", files.value());
    files.tick(NOW.plus(EVERY).plus(EVERY));
    assertEquals(2, readings.get());
  }

  /** A reading may fail for a reason that passes without a change of the files. */
  @Test
  void triesWhatFailedAgainAndKeepsTheOldMeanwhile() throws IOException {
    ReloadedFiles<String> files = files();
    Files.writeString(one, "x");
    broken.set(true);
    files.tick(NOW);
    files.tick(NOW.plus(EVERY));
    assertEquals("ab", files.value());
    assertEquals(3, readings.get());

    broken.set(false);
    files.tick(NOW.plus(EVERY).plus(EVERY));
    assertEquals("xb", files.value());
  }

  @Test
  void keepsTheOldWhenAFileIsGone() throws IOException {
    ReloadedFiles<String> files = files();
    Files.delete(one);
    files.tick(NOW);
    assertEquals("ab", files.value());
  }

  @Test
  void saysWhichFileCannotBeReadAtTheStart() throws IOException {
    Files.delete(other);
    UncheckedIOException refused = assertThrows(UncheckedIOException.class, this::files);
    assertEquals("The pair can't be read from " + other, refused.getMessage());
  }
}
