package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which report goes where. */
class ReportTargetsTest {

  private final Path folder;
  private final Project project;

  ReportTargetsTest(@TempDir Path folder) {
    this.folder = folder;
    project = Project.plain(folder.resolve("code"));
  }

  private Program.Run check(String... options) {
    String[] args =
        Stream.concat(Stream.of("check", "code"), Stream.of(options)).toArray(String[]::new);
    return Program.in(folder).run(args);
  }

  private String report(String format) {
    return check("--format", format).out();
  }

  private String written(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private void assertRejected(Program.Run run, String message) {
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void theFormatsDiffer() {
    assertTrue(report("json").startsWith("{"));
    assertTrue(report("sarif").contains("\"2.1.0\""));
    assertFalse(report("console").startsWith("{"));
    assertEquals(report("console"), check().out());
  }

  @Test
  void anOutputBelongsToTheFormatBeforeIt() throws IOException {
    Program.Run run = check("--format", "console", "--format", "sarif", "--output", "a.sarif");
    assertEquals(report("console"), run.out());
    assertEquals(report("sarif"), written("a.sarif"));
  }

  @Test
  void asManyOutputsAsFormatsPairInOrder() throws IOException {
    Program.Run run =
        check("--format", "json", "--format", "sarif", "--output", "a.json", "--output", "a.sarif");
    assertEquals("", run.out());
    assertEquals(report("json"), written("a.json"));
    assertEquals(report("sarif"), written("a.sarif"));
  }

  @Test
  void aDashIsStandardOutput() throws IOException {
    Program.Run run =
        check("--format", "json", "--output", "-", "--format", "sarif", "--output", "a.sarif");
    assertEquals(report("json"), run.out());
    assertEquals(report("sarif"), written("a.sarif"));
  }

  @Test
  void foldersAreMadeAndNothingElseIsLeft() throws IOException {
    check("--format", "json", "--output", "build/reports/a.json");
    try (Stream<Path> files = Files.list(folder.resolve("build/reports"))) {
      assertEquals(List.of("a.json"), files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void anOldReportIsReplacedThroughItsLink() throws IOException {
    Files.writeString(folder.resolve("real.json"), "old and much longer ".repeat(10_000));
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
    check("--format", "json", "--output", "link.json");
    assertEquals(report("json"), written("real.json"));
    assertTrue(Files.isSymbolicLink(folder.resolve("link.json")));
    assertTrue(Files.isRegularFile(folder.resolve("real.json"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aDeviceIsWrittenToDirectly() {
    Program.Run run = check("--format", "json", "--output", "/dev/null");
    assertEquals(check().status(), run.status());
    assertTrue(Files.exists(Path.of("/dev/null")));
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void twoReportsCannotShareATarget() {
    assertRejected(
        check("--format", "json", "--format", "sarif"), "two reports go to standard output");
    assertRejected(
        check("--format", "json", "--output", "a", "--format", "sarif", "--output", "./a"),
        "two reports go to");
  }

  @Test
  void anOutputWithoutAFormatIsRefused() {
    assertRejected(check("--output", "a.sarif"), "no --format belongs to --output a.sarif");
    assertRejected(
        check("--format", "json", "--output", "a", "--output", "b"),
        "no --format belongs to --output b");
    assertFalse(Files.exists(folder.resolve("a")));
  }

  @Test
  void anUnknownFormatIsRefusedWithTheNearest() {
    assertRejected(
        check("--format", "srif"), "error: unknown format `srif`\n  help: did you mean `sarif`?");
  }

  @Test
  void aFolderOrAFileInAFileIsRefusedBeforeTheScan() {
    assertRejected(check("--format", "json", "--output", "code"), "--output code is a folder");
    project.file("a.txt", "a file");
    assertRejected(check("--format", "json", "--output", "code/a.txt/b.json"), "cannot be made");
  }

  @Test
  void aReportThatCannotBeWrittenIsAFailure() {
    Program.Run run = check("--format", "json", "--output", "/dev/full");
    assertTrue(run.err().contains("/dev/full cannot be written"), run.err());
    assertEquals(3, run.status());
  }
}
