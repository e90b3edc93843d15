package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.fixture.Compilation;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TestPolicy;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan with class files came to is kept until any of them is another one. */
class KeptClassResultsTest {

  /** A time at which every file of a test has been at rest for long. */
  private static final long LATER = 4_000_000_000_000L;

  private static final String PAGE =
      "package shop.web; public class Page { public static void show() {} }";
  private static final String ORDER =
      "package shop.core; class Order { void bill() { shop.web.Page.show(); } }";

  private final Path folder;
  private final Path cache;
  private final Project project;
  private long now = LATER;
  private ClassSelection selection = ClassSelection.besideSources();

  KeptClassResultsTest(@TempDir Path parent) throws IOException {
    folder = Files.createDirectories(parent.resolve("project"));
    cache = parent.resolve("cache");
    project = Project.in(folder).java(PAGE).java(ORDER).compiled();
  }

  private ScanRequest request(ScanCache cache) {
    return new ScanRequest(
            folder,
            List.of(folder.resolve("src")),
            TestPolicy.empty().layer("web", "shop.web.**").layer("core", "shop.core.**").policy(),
            Set.of(),
            new Grounds(LocalDate.of(2026, 6, 1), Baseline.none()),
            2)
        .with(selection)
        .with(cache);
  }

  /** Whether a scan read code, which comes to what one without a cache does. */
  private boolean reads() {
    boolean[] read = new boolean[1];
    ScanResult result;
    try (ScanCache used = ScanCache.in(cache, false, () -> now)) {
      result = Scan.run(request(used), (done, total) -> read[0] = true);
      assertEquals(List.of(), used.damages());
      assertEquals(List.of(), used.failures());
    }
    assertEquals(Scan.run(request(ScanCache.none()), ScanListener.silent()), result);
    return read[0];
  }

  private void assertReadOnce() {
    assertTrue(reads());
    assertFalse(reads());
  }

  private long violations() {
    return Scan.run(request(ScanCache.none()), ScanListener.silent()).findings().stream()
        .filter(finding -> finding.rule().equals("layer-violation"))
        .count();
  }

  @Test
  void nothingIsReadWhereNothingHasChanged() {
    assertEquals(1, violations());
    assertReadOnce();
  }

  @Test
  void whateverBecomesOfClassFilesIsSeen() throws IOException {
    assertReadOnce();
    Path order = folder.resolve("target/classes/shop/core/Order.class");
    byte[] bytes = Files.readAllBytes(order);
    Files.write(order, bytes);
    assertReadOnce();
    Files.delete(order);
    assertReadOnce();
    assertEquals(0, violations());
    project.bytes("target/classes/shop/core/Order.class", bytes);
    assertReadOnce();
    project.bytes("build/classes/java/main/shop/core/Order.class", bytes);
    assertReadOnce();
    Files.delete(folder.resolve("build/classes/java/main/shop/core/Order.class"));
    assertReadOnce();
  }

  @Test
  void classFilesThatComeAndGoAreSeen() throws IOException {
    project.without("target/classes/shop/core/Order.class");
    project.without("target/classes/shop/web/Page.class");
    for (String gone : List.of("shop/core", "shop/web", "shop", "")) {
      Files.delete(folder.resolve("target/classes").resolve(gone));
    }
    assertReadOnce();
    assertEquals(0, violations());
    project.compiled();
    assertReadOnce();
    assertEquals(1, violations());
  }

  @Test
  void anArchiveThatIsNamedIsSeen() {
    project.archive("lib/shop.jar", "target/classes");
    Path archive = folder.resolve("lib/shop.jar");
    selection = new ClassSelection(List.of(archive), List.of(), List.of());
    assertReadOnce();
    project.archive("lib/shop.jar", "target/classes");
    assertReadOnce();
    selection = ClassSelection.besideSources();
    assertReadOnce();
  }

  /** Whether a class is outdated may hang on a source that the scan does not read. */
  @Test
  void aSourceThatIsNotScannedIsSeen() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("Extra.java"), "package shop.core; class Extra { void a() {} }");
    Compilation.run(other, folder.resolve("target/classes"));
    assertReadOnce();
    Files.createDirectories(folder.resolve("shop/core"));
    Files.move(other.resolve("Extra.java"), folder.resolve("shop/core/Extra.java"));
    assertReadOnce();
  }

  @Test
  void whatMayStillBeWrittenIsNotKept() {
    now = 0;
    assertTrue(reads());
    assertTrue(reads());
    now = LATER;
    assertReadOnce();
  }

  @Test
  void verifyingReadsEverythingAndFindsNothing() {
    assertReadOnce();
    try (ScanCache used = ScanCache.in(cache, true, () -> now)) {
      Scan.run(request(used), ScanListener.silent());
      assertFalse(used.resultDiffers());
      assertEquals(Set.of(), used.differences());
    }
  }
}
