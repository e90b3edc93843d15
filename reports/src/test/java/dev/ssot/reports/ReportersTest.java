package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReportersTest {

  @Test
  void formatsAreSortedAndFoundByName() {
    List<String> formats = Reporters.formats();
    assertEquals(
        List.of(
            "badge",
            "badge-json",
            "checkstyle",
            "console",
            "csv",
            "github",
            "gitlab",
            "html",
            "json",
            "junit",
            "markdown",
            "rdjson",
            "sarif",
            "sarif-archive"),
        formats);
    assertEquals(formats.stream().sorted().distinct().toList(), formats);
    for (String format : formats) {
      assertEquals(format, Reporters.named(format).orElseThrow().format());
    }
    assertEquals(Optional.empty(), Reporters.named("JSON"));
  }

  @Test
  void theTargetIsLeftOpen() throws IOException {
    for (Reporter reporter : Reporters.all()) {
      Target target = new Target();
      reporter.write(Scenario.CLEAN.result(), Scenario.OPTIONS, target);
      assertFalse(target.closed, reporter.format());
      assertTrue(target.toString(StandardCharsets.UTF_8).endsWith("\n"));
    }
  }

  @Test
  void aWriterIsNeitherFlushedNorClosed() throws IOException {
    for (Reporter reporter : Reporters.all()) {
      Target target = new Target();
      reporter.write(
          Scenario.ONE_FINDING.result(),
          Scenario.OPTIONS,
          new OutputStreamWriter(target, StandardCharsets.UTF_8));
      assertFalse(target.flushed || target.closed, reporter.format());
    }
  }

  @Test
  void aReportWithoutAVersionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ReportOptions.plain(" "));
  }

  private static final class Target extends ByteArrayOutputStream {
    private boolean closed;
    private boolean flushed;

    @Override
    public void flush() {
      flushed = true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
