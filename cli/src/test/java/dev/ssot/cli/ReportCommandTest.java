package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.Program.Run;
import dev.ssot.reports.Reporters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are made later are those of the check. */
class ReportCommandTest {

  private static final Path EXAMPLE = Path.of("src/test/projects/fragmented-chat").toAbsolutePath();

  private final Path folder;
  private final Program program;

  ReportCommandTest(@TempDir Path folder) {
    this.folder = folder;
    this.program = Program.in(folder);
  }

  /** A check that writes every format, and code where a format can hold it. */
  private Run checked(Path code, String... options) {
    List<String> words = new ArrayList<>(List.of("check", code.toString(), "--excerpts"));
    words.addAll(List.of(options));
    words.addAll(everyFormat("check"));
    return program.run(words.toArray(String[]::new));
  }

  private List<String> everyFormat(String name) {
    List<String> words = new ArrayList<>();
    for (String format : Reporters.formats()) {
      words.addAll(List.of("--format", format, "--output", name + "." + format));
    }
    return words;
  }

  private void assertSame(int status) throws IOException {
    List<String> words = new ArrayList<>(List.of("report", "--from", "check.json"));
    words.addAll(everyFormat("report"));
    Run run = program.run(words.toArray(String[]::new));
    assertEquals("", run.out() + run.err());
    assertEquals(status, run.status());
    for (String format : Reporters.formats()) {
      long mismatch =
          Files.mismatch(folder.resolve("check." + format), folder.resolve("report." + format));
      assertEquals(-1, mismatch, format);
    }
  }

  @Test
  void everyFormatIsTheOneOfTheCheckToTheByte() throws IOException {
    assertEquals(1, checked(EXAMPLE).status());
    assertSame(1);
  }

  @Test
  void aCleanScanStaysClean() throws IOException {
    Path code = folder.resolve("code");
    Project.plain(code);
    assertEquals(0, checked(code).status());
    assertSame(0);
  }

  @Test
  void anIncompleteScanStaysIncomplete() throws IOException {
    Path code = folder.resolve("code");
    Project.plain(code).file("src/main/java/com/acme/Broken.java", "class Broken { void x( {");
    assertEquals(3, checked(code).status());
    assertSame(3);
  }

  @Test
  void withoutAFormatItIsTheConsoleReport() {
    checked(EXAMPLE);
    Run run = program.run("report", "--from", "check.json");
    assertEquals(program.run("check", EXAMPLE.toString()).out(), run.out());
  }

  @Test
  void standardInputIsADash() throws IOException {
    checked(EXAMPLE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings piped =
        new Surroundings(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("check.json"))),
            out,
            err,
            folder,
            Map.of(),
            Terminals.NONE,
            () -> 0,
            Program.TODAY);
    int status = Main.run(new String[] {"report", "--from", "-", "--format", "gitlab"}, piped);
    assertEquals(1, status);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(
        Files.readString(folder.resolve("check.gitlab")), out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theReportThatIsReadCanBeReplaced() throws IOException {
    checked(EXAMPLE);
    String before = Files.readString(folder.resolve("check.json"));
    program.run("report", "--from", "check.json", "--format", "json", "--output", "check.json");
    assertEquals(before, Files.readString(folder.resolve("check.json")));
  }

  private void assertRefused(String message, String from) {
    Run run = program.run("report", "--from", from, "--format", "badge", "--output", "b.svg");
    assertTrue(run.err().startsWith("error: " + message), run.err());
    assertTrue(run.err().contains("\n  help: "), run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
    assertFalse(Files.exists(folder.resolve("b.svg")));
  }

  @Test
  void whatIsNoReportIsRefused() throws IOException {
    checked(EXAMPLE);
    String report = Files.readString(folder.resolve("check.json"));
    assertRefused("there is no file `gone.json`", "gone.json");
    assertRefused("the file name `a\\u0000b` is not valid", "a\0b");
    assertRefused(". cannot be read: ", ".");
    Files.writeString(folder.resolve("cut.json"), report.substring(0, report.length() / 2));
    assertRefused(
        "cut.json is no JSON report that this version can render: it ends in the middle",
        "cut.json");
    Files.writeString(
        folder.resolve("new.json"),
        report.replaceFirst("\"schemaVersion\": \\d+", "\"schemaVersion\": 99"));
    assertRefused(
        "new.json is no JSON report that this version can render: its `schemaVersion` is 99",
        "new.json");
    assertRefused(
        "check.sarif is no JSON report that this version can render: it has no `schemaVersion`",
        "check.sarif");
    Files.writeString(folder.resolve("empty.json"), "");
    assertRefused(
        "empty.json is no JSON report that this version can render: it is empty", "empty.json");
  }

  @Test
  void theFileToReadMustBeNamed() {
    Run run = program.run("report", "--format", "badge");
    assertTrue(run.err().contains("--from"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void anUnknownFormatIsRefusedWithTheNearest() {
    Run run = program.run("report", "--from", "check.json", "--format", "markdwon");
    assertTrue(run.err().contains("did you mean `markdown`?"), run.err());
    assertEquals(2, run.status());
  }
}
