package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.source.SourceLines;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Compliance;
import dev.ssot.rules.model.Coverage;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.FileCounts;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Fingerprint;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.MemberRef;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Part;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Pretence;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Related;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.Statement;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.model.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptsTest {

  private static final FileTime STARTED = FileTime.fromMillis(1_000_000);

  private final Path folder;

  ExcerptsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private void file(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8), STARTED);
  }

  private void write(String name, byte[] bytes, FileTime time) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Files.setLastModifiedTime(file, time);
  }

  private static String lines(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  private List<Excerpt> of(Overlay overlay, Finding... findings) {
    ScanRequest request =
        new ScanRequest(
                folder,
                List.of(folder),
                Policy.none(),
                Set.of(),
                new Grounds(LocalDate.EPOCH, Baseline.none()),
                1)
            .with(overlay);
    ScanResult result =
        new ScanResult(
            "",
            "",
            Severity.NOTE,
            List.of(findings),
            new Coverage(new FileCounts(0, 0, 0, 0, 0, 0), 0, List.of(), List.of()),
            new Compliance(List.of(), 95),
            List.of(),
            List.of(),
            List.of());
    return Excerpts.of(request, result, STARTED);
  }

  private List<Excerpt> of(Finding... findings) {
    return of(Overlay.none(), findings);
  }

  private static Location at(String path, int first, int last) {
    return new Location(path, new Region(first, 1, last, 2));
  }

  private static Finding finding(Location place, Region member, Related... related) {
    Subject subject = Subject.ofType("a.A");
    return new Finding(
        "fake-success",
        Severity.ERROR,
        place,
        subject,
        new Statement("message", "help", List.of(related)),
        new Evidence.FakeSuccess(
            "a.A",
            Part.RIVAL,
            new MemberRef("m()", member),
            Pretence.NO_WORK,
            List.of(),
            List.of()),
        Fingerprint.of("fake-success", subject, List.of()));
  }

  private static Finding finding(String path, int line) {
    return finding(at(path, line, line), new Region(line, 1, line, 2));
  }

  @Test
  void showsTheLinesAroundAPlaceAndTheWholeMember() throws IOException {
    file("A.java", lines(30));
    file("B.java", lines(3));

    assertEquals(
        List.of(
            new Excerpt("A.java", 4, List.of("line 4", "line 5", "line 6")),
            new Excerpt("A.java", 20, List.of("line 20", "line 21", "line 22")),
            new Excerpt("B.java", 1, List.of("line 1", "line 2"))),
        of(
            finding(
                at("A.java", 5, 5),
                new Region(20, 3, 22, 4),
                new Related("canonical", "b.B", at("B.java", 1, 1)))));
  }

  @Test
  void joinsPlacesThatTouch() throws IOException {
    file("A.java", lines(30));

    assertEquals(
        List.of(
            new Excerpt(
                "A.java", 4, List.of("line 4", "line 5", "line 6", "line 7", "line 8", "line 9"))),
        of(finding("A.java", 5), finding("A.java", 8)));
  }

  @Test
  void cutsLongMembersAndLongLines() throws IOException {
    file("A.java", lines(300) + "x".repeat(1000));

    List<Excerpt> excerpts = of(finding(at("A.java", 301, 301), new Region(1, 1, 299, 2)));

    assertEquals(
        new Excerpt("A.java", 300, List.of("line 300", "x".repeat(239) + "…")), excerpts.get(1));
    assertEquals(80, excerpts.get(0).lines().size());
  }

  @Test
  void staysBoundedAndServesTheMostSevereFirst() throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 10; i < 600; i++) {
      String name = "A" + i + ".java";
      file(name, lines(300));
      findings.add(finding(at(name, 1, 1), new Region(1, 1, 80, 2)));
    }
    Finding note = finding("A0.java", 1).with(Severity.NOTE);
    file("A0.java", lines(3));
    findings.add(0, note);

    List<Excerpt> excerpts = of(findings.toArray(Finding[]::new));

    assertEquals(30_000, excerpts.stream().mapToInt(excerpt -> excerpt.lines().size()).sum());
    assertTrue(excerpts.stream().noneMatch(excerpt -> excerpt.path().equals("A0.java")));
  }

  @Test
  void hasNothingOfAFileThatIsGoneOrHasChangedOrIsShorter() throws IOException {
    file("Short.java", "one line\n");
    write(
        "Changed.java",
        "class A {}\n".getBytes(StandardCharsets.UTF_8),
        FileTime.fromMillis(1_000_001));
    write("Binary.java", new byte[] {'a', 0, '\n'}, STARTED);

    assertEquals(
        List.of(),
        of(
            finding("Gone.java", 1),
            finding("Changed.java", 1),
            finding("Binary.java", 1),
            finding("Short.java", 7)));
  }

  @Test
  void decodesAsTheScanDoes() throws IOException {
    write(
        "Latin.java", "// gr\u00fc\u00df\r\nx\r\n".getBytes(StandardCharsets.ISO_8859_1), STARTED);

    assertEquals(
        List.of(new Excerpt("Latin.java", 1, List.of("// gr\u00fc\u00df", "x"))),
        of(finding("Latin.java", 1)));
  }

  @Test
  void readsWhatWasScannedInPlaceOfTheDisk() throws IOException {
    file("Staged.java", "on disk\n");
    file("Gone.java", "on disk\n");
    Overlay overlay =
        new Overlay(Map.of("Staged.java", new Text("in the index\n")), Set.of("Gone.java"));

    assertEquals(
        List.of(new Excerpt("Staged.java", 1, List.of("in the index"))),
        of(overlay, finding("Staged.java", 1), finding("Gone.java", 1)));
  }

  @Test
  void aLinkIsReadAsTheScanReadsIt() throws IOException {
    file("A.java", "class A {}\n");
    Files.createSymbolicLink(folder.resolve("B.java"), folder.resolve("A.java"));

    assertEquals(
        List.of("class A {}"),
        new SourceLines(folder, Overlay.none(), STARTED).of("B.java").orElseThrow());
  }

  private record Text(String id) implements StoredFile {

    @Override
    public long size() {
      return id.length();
    }

    @Override
    public byte[] read() {
      return id.getBytes(StandardCharsets.UTF_8);
    }
  }
}
