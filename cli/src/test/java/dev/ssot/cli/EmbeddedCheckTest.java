package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ssot.cli.message.Rejection;
import dev.ssot.reports.ReportOptions;
import dev.ssot.reports.Reporters;
import dev.ssot.rules.model.Outcome;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.scan.ScanRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program gets what a check comes to. */
class EmbeddedCheckTest {

  private static final EmbeddedCheck.Input HERE =
      new EmbeddedCheck.Input(List.of(), List.of(), List.of(), List.of());

  private static EmbeddedCheck.Measure by(String... rules) {
    return new EmbeddedCheck.Measure(Optional.empty(), Optional.empty(), List.of(rules), "");
  }

  private static ScanResult check(Path folder, EmbeddedCheck.Measure measure) {
    return EmbeddedCheck.run(
        HERE,
        measure,
        Program.in(folder)
            .surroundings(
                OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), () -> 0));
  }

  @Test
  void theResultIsThatOfTheProgram() throws IOException {
    Path project = Path.of("src/test/projects/fragmented-chat").toRealPath();
    StringWriter json = new StringWriter();
    Reporters.named("json")
        .orElseThrow()
        .write(check(project, by()), ReportOptions.plain(Version.number()), json);
    assertEquals(Program.in(project).run("check", "--format", "json").out(), json.toString());
  }

  @Test
  void theWorldOutsideIsThatOfTheProcess(@TempDir Path folder) {
    Project.plain(folder);
    OutputStream nowhere = OutputStream.nullOutputStream();
    ScanResult result =
        EmbeddedCheck.run(HERE, by(), Surroundings.inside(folder, nowhere, nowhere));
    assertEquals(Outcome.CLEAN, result.outcome());
  }

  @Test
  void aWrongArgumentIsRejected(@TempDir Path folder) {
    Project.plain(folder);
    assertThrows(Rejection.class, () -> check(folder, by("no-such-rule")));
  }

  @Test
  void nothingToScanIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "no code");
    assertThrows(ScanRefusal.class, () -> check(folder, by()));
  }
}
