package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a scan says how far it has come, and what. */
class ProgressLineTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ProgressLine begin(@Nullable Boolean choice, boolean terminal, String term) {
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayOutputStream(),
            err,
            Path.of(""),
            Map.of("TERM", term),
            new Terminals(false, terminal),
            now::get,
            Program.TODAY);
    return ProgressLine.of(choice, surroundings, new Streams(surroundings));
  }

  private void pass(int millis) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aShortScanIsSilent() {
    try (ProgressLine progress = begin(null, true, "xterm")) {
      pass(900);
      progress.filesRead(10, 20);
    }
    assertEquals("", shown());
  }

  @Test
  void aLongScanShowsALineAndTakesItAway() {
    try (ProgressLine progress = begin(null, true, "xterm")) {
      pass(1001);
      progress.filesRead(1234, 16508);
      assertEquals("\r\u001b[K1,234 of 16,508 files read", shown());
    }
    assertEquals("\r\u001b[K1,234 of 16,508 files read\r\u001b[K", shown());
  }

  @Test
  void theLineChangesTenTimesASecondAtMost() {
    try (ProgressLine progress = begin(null, true, "xterm")) {
      pass(1001);
      progress.filesRead(1, 9);
      pass(50);
      progress.filesRead(2, 9);
      pass(60);
      progress.filesRead(3, 9);
    }
    assertEquals("\r\u001b[K1 of 9 files read\r\u001b[K3 of 9 files read\r\u001b[K", shown());
  }

  private boolean shows(@Nullable Boolean choice, boolean terminal, String term) {
    err.reset();
    try (ProgressLine progress = begin(choice, terminal, term)) {
      pass(2000);
      progress.filesRead(1, 2);
    }
    return !shown().isEmpty();
  }

  @Test
  void itIsForTerminalsUnlessAskedFor() {
    assertEquals(false, shows(null, false, "xterm"));
    assertEquals(false, shows(null, true, "dumb"));
    assertEquals(true, shows(true, false, "xterm"));
    assertEquals(false, shows(false, true, "xterm"));
  }
}
