package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.cache.KeptScan;
import dev.ssot.rules.codebase.cache.SeenFile;
import dev.ssot.rules.codebase.source.Wanted;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan came to is kept until anything that it depends on is different. */
class KeptResultsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  /** A time at which every file of a test has been at rest for long. */
  private static final long LATER = 4_000_000_000_000L;

  private final Path folder;
  private final Path cache;
  private long now = LATER;
  private int seconds;

  KeptResultsTest(@TempDir Path parent) throws IOException {
    folder = Files.createDirectories(parent.resolve("project"));
    cache = parent.resolve("cache");
    write("com/acme/Clock.java", "package com.acme; import com.acme.Audid; class Clock {}");
    write("com/acme/Audit.java", "package com.acme; class Audit {}");
  }

  /** Writes a file; no two have one time, however fast the test is. */
  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1_000L * seconds++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a scan came to and whether it read code for that. */
  private record Run(ScanResult result, boolean read, ScanCache used) {}

  private ScanRequest request() {
    return request(Policy.none());
  }

  private ScanRequest request(Policy policy) {
    Grounds grounds = new Grounds(TODAY, Baseline.none());
    return new ScanRequest(folder, List.of(folder), policy, Set.of(), grounds, 2);
  }

  private Run run(ScanRequest request) {
    return run(request, false, ScanListener.silent());
  }

  private Run run(ScanRequest request, boolean verify, ScanListener meanwhile) {
    boolean[] read = new boolean[1];
    try (ScanCache used = ScanCache.in(cache, verify, () -> now)) {
      ScanResult result =
          Scan.run(
              request.with(used),
              (done, total) -> {
                read[0] = true;
                meanwhile.filesRead(done, total);
              });
      return new Run(result, read[0], used);
    }
  }

  private void assertReadAnew(ScanRequest request) {
    Run run = run(request);
    assertTrue(run.read());
    assertEquals(Scan.run(request, ScanListener.silent()), run.result());
  }

  private Path kept() {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".result")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsReadWhereNothingHasChanged() {
    Run first = run(request());
    Run second = run(request());

    assertTrue(first.read());
    assertFalse(second.read());
    assertEquals(1, first.result().findings().size());
    assertEquals(first.result(), second.result());
  }

  @Test
  void whateverBecomesOfTheFilesIsSeen() throws IOException {
    run(request());
    write("com/acme/Clock.java", "package com.acme; import com.acme.Audir; class Clock {}");
    assertReadAnew(request());
    write("com/acme/New.java", "package com.acme; class New {}");
    assertReadAnew(request());
    write("META-INF/services/com.acme.Clock", "com.acme.Nothing\n");
    assertReadAnew(request());
    Files.delete(folder.resolve("com/acme/New.java"));
    assertReadAnew(request());
    Files.move(folder.resolve("com/acme/Audit.java"), folder.resolve("com/acme/Other.java"));
    assertReadAnew(request());
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("com/acme"));
    assertReadAnew(request());
    write(".hidden/H.java", "class H {}");
    assertReadAnew(request());

    assertFalse(run(request()).read());
  }

  /** The same size and time, as a tool that restores times leaves them. */
  @Test
  void aTimeThatWasSetBackDeceivesNobody() throws IOException {
    run(request());
    Path file = folder.resolve("com/acme/Clock.java");
    FileTime before = Files.getLastModifiedTime(file);
    Files.writeString(file, "package com.acme; import com.acme.Audix; class Clock {}");
    Files.setLastModifiedTime(file, before);

    assertReadAnew(request());
  }

  /** What may change once more within one tick of the clock is known by its content alone. */
  @Test
  void aFileThatHasJustChangedIsNotKnownByItsStamp() throws IOException {
    now = 0;
    run(request());
    assertTrue(stamps().noneMatch(stamp -> stamp));

    now = LATER;
    assertFalse(run(request()).read());
    assertTrue(stamps().allMatch(stamp -> stamp));
  }

  private Stream<Boolean> stamps() throws IOException {
    return scan().sources().files().stream().map(SeenFile::stamp).map(stamp -> stamp.isPresent());
  }

  private String name() {
    Wanted wanted = Scan.wanted(Policy.none());
    return KeptResults.name(
        request(), ScanCache.in(cache, false, () -> 0).key(request(), wanted).orElseThrow());
  }

  private KeptScan scan() throws IOException {
    return KeptScan.in(cache, name()).orElseThrow();
  }

  @Test
  void aCopyWithOtherTimesIsTheSameCode() throws IOException {
    run(request());
    Path file = folder.resolve("com/acme/Clock.java");
    write("com/acme/Clock.java", Files.readString(file));

    assertFalse(run(request()).read());
  }

  @Test
  void anotherQuestionHasAnotherAnswer() {
    run(request());
    ScanRequest ask = request();
    Policy strict = Policy.none().with(new Policy.Gate(Severity.NOTE, 100));
    assertReadAnew(request(strict, Set.of(), ask.grounds()));
    assertReadAnew(request(Policy.none(), Set.of("unresolved-import"), ask.grounds()));
    assertReadAnew(
        request(Policy.none(), Set.of(), new Grounds(TODAY.plusDays(1), Baseline.none())));
    Baseline known = new Baseline("known.jsonl", List.of());
    assertReadAnew(request(Policy.none(), Set.of(), new Grounds(TODAY, known)));
  }

  private ScanRequest request(Policy policy, Set<String> rules, Grounds grounds) {
    return new ScanRequest(folder, List.of(folder), policy, rules, grounds, 2);
  }

  @Test
  void whatDependsOnMoreThanTheFilesIsNotKept() {
    ScanRequest overlaid = request().with(new Overlay(Map.of(), Set.of("com/acme/Audit.java")));
    run(overlaid);
    assertReadAnew(overlaid);
    assertReadAnew(request());
  }

  @Test
  void anIncompleteScanIsNotKept() {
    write("com/acme/Broken.java", "class {");
    run(request());

    assertReadAnew(request());
  }

  @Test
  void aFileThatChangesDuringAScanDeceivesNobody() {
    for (int when = 1; when <= 2; when++) {
      int then = when;
      write("com/acme/Audit.java", "package com.acme; class Audit {}");
      run(
          request(),
          false,
          (done, total) -> {
            if (done == then) {
              write(
                  "com/acme/Audit.java", "package com.acme; import com.acme.Audid; class Audit {}");
            }
          });

      assertEquals(Scan.run(request(), ScanListener.silent()), run(request()).result());
    }
  }

  @Test
  void aScanThatReadsAFileTwiceIsNotKeptWhereItChangesInBetween() {
    ScanRequest request = request(Policy.none().with(List.of(Role.of("com.acme.Sender"))));
    write(
        "com/acme/Sender.java",
        "package com.acme; public interface Sender { boolean send(String to); }");
    String sender =
        """
        package com.acme;
        public class Smtp implements Sender {
          public boolean send(String to) { %s }
        }
        """;
    String idle = sender.formatted("return true;");
    String busy = sender.formatted("new java.util.ArrayList<String>().add(to); return true;");
    write("com/acme/Smtp.java", idle);
    assertTrue(
        Scan.run(request, ScanListener.silent()).findings().stream()
            .anyMatch(finding -> finding.rule().equals("fake-success")));
    run(
        request,
        false,
        (done, total) -> {
          if (done == total) {
            write("com/acme/Smtp.java", busy);
          }
        });
    write("com/acme/Smtp.java", idle);

    assertReadAnew(request);
  }

  @Test
  void aDamagedOneIsFoundAgain() throws IOException {
    Run clean = run(request());
    byte[] whole = Files.readAllBytes(kept());
    for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 60)) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(kept(), damaged);

      Run run = run(request());
      assertTrue(run.read());
      assertEquals(clean.result(), run.result());
      assertEquals(1, run.used().damages().size(), run.used().damages().toString());
    }
    assertFalse(run(request()).read());
  }

  @Test
  void verifyingReadsEverythingAndFindsNothing() {
    Run first = run(request());
    Run second = run(request(), true, ScanListener.silent());

    assertTrue(second.read());
    assertFalse(second.used().resultDiffers());
    assertEquals(first.result(), second.result());
  }

  @Test
  void verifyingFindsAnotherResultAndMendsIt() throws IOException {
    Run right = run(request());
    ScanResult other = right.result().with(List.of(), right.result().change());
    KeptResults.Answer answer = new KeptResults.Answer(other, ClassesSeen.none());
    KeptScan.keep(cache, name(), scan().sources(), KeptResults.Question.of(request()), answer);
    assertEquals(other, run(request()).result());

    Run verified = run(request(), true, ScanListener.silent());
    assertTrue(verified.used().resultDiffers());
    assertEquals(right.result(), verified.result());
    assertFalse(run(request(), true, ScanListener.silent()).used().resultDiffers());
  }

  @Test
  void factsOfUnchangedFilesAreNotReadForAChangedOne() {
    run(request());
    write("com/acme/Clock.java", "package com.acme; class Clock {}");
    ScanResult result = run(request()).result();

    assertEquals(List.of(), result.findings());
    assertEquals(2, result.coverage().files().read());
  }

  @Test
  void factsStayInMemoryFromOneLookToTheNext() {
    ScanCache staying = ScanCache.staying(Optional.empty(), () -> now);
    for (int i = 0; i < 3; i++) {
      ScanRequest request = request();
      assertEquals(
          Scan.run(request, ScanListener.silent()),
          Scan.run(request.with(staying), ScanListener.silent()));
      write(
          "com/acme/Audit.java",
          "package com.acme; import com.acme.Audid" + i + "; class Audit {}");
      write("com/acme/More" + i + ".java", "package com.acme; class More" + i + " {}");
    }
  }
}
