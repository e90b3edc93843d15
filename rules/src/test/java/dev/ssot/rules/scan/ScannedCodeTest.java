package dev.ssot.rules.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.CanonicalAnswer;
import dev.ssot.rules.model.FixPlan;
import dev.ssot.rules.model.ForbiddenPath;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.model.ImportVerdict;
import dev.ssot.rules.model.ImportVerdict.Decision;
import dev.ssot.rules.model.Layer;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Policy;
import dev.ssot.rules.model.PolicyLine;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.SourceSelection;
import dev.ssot.rules.model.Structure;
import dev.ssot.rules.model.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be asked of a scan that is over, and when another one is needed. */
class ScannedCodeTest {

  private static final String MAIN = "com/acme/app/Main.java";
  private static final String SOUND = "package com.acme.app;\n\nclass Main {}\n";
  private static final String WRONG =
      "package com.acme.app;\n\nimport com.acme.legacy.OldLog;\n\nclass Main {}\n";

  private static final PolicyLine LINE = new PolicyLine("ssot.yaml", 7, 5, "");

  private final Path folder;
  private final ScanCache cache = ScanCache.staying(Optional.empty(), System::currentTimeMillis);
  private final AtomicInteger reads = new AtomicInteger();

  ScannedCodeTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    write("com/acme/audit/AuditLog.java", log("com.acme.audit", "AuditLog"));
    write("com/acme/legacy/OldLog.java", "package com.acme.legacy;\n\npublic class OldLog {}\n");
    write(MAIN, SOUND);
  }

  private static String log(String packageName, String name) {
    return """
    package %s;

    import java.util.ArrayList;
    import java.util.List;

    public class %s {

      private final List<String> entries = new ArrayList<>();
      private int dropped;

      public void append(String who, String what) {
        if (who == null || who.isEmpty()) {
          dropped++;
          return;
        }
        entries.add(who + " did " + what);
      }

      public List<String> entriesOf(String who) {
        List<String> found = new ArrayList<>();
        for (String entry : entries) {
          if (entry.startsWith(who + " ")) {
            found.add(entry);
          }
        }
        return found;
      }

      public int dropped() {
        return dropped;
      }
    }
    """
        .formatted(packageName, name);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Policy policy() {
    ForbiddenPath old =
        new ForbiddenPath(
            AccessPattern.parse("com.acme.legacy.OldLog"),
            "the old log loses entries",
            "com.acme.audit.AuditLog",
            Severity.ERROR,
            List.of(),
            LINE);
    return new Policy(
        "ssot.yaml",
        List.of(Role.of("com.acme.audit.AuditLog")),
        List.of(old),
        SourceSelection.standard(),
        Policy.Gate.standard(),
        Map.of(),
        Policy.Accepted.nothing());
  }

  private ScanRequest request(Policy policy) {
    return new ScanRequest(
            folder,
            List.of(folder),
            policy,
            Set.of(),
            new Grounds(LocalDate.of(2026, 6, 1), Baseline.none()),
            2)
        .with(cache);
  }

  private ScannedCode code() {
    return code(request(policy()));
  }

  private ScannedCode code(ScanRequest request) {
    return ScannedCode.of(request, (done, total) -> reads.incrementAndGet());
  }

  private static Overlay main(String text) {
    return new Overlay(Map.of(MAIN, new TextFile(text)), Set.of());
  }

  @Test
  void isTheSameScanWhileNothingChanges() throws IOException {
    ScannedCode first = code();
    int once = reads.get();
    assertTrue(once > 0);
    assertTrue(code().isSameScanAs(first));
    assertEquals(once, reads.get());

    write(MAIN, WRONG);
    ScannedCode next = code();
    assertFalse(next.isSameScanAs(first));
    assertEquals(1, next.result().reported().size());
    assertEquals(0, first.result().reported().size());
  }

  @Test
  void textsThatStandInForFilesAreKnownAgain() {
    ScannedCode disk = code();
    ScannedCode typed = code(request(policy()).with(main(WRONG)));
    int twice = reads.get();
    assertEquals(1, typed.result().reported().size());
    assertFalse(typed.isSameScanAs(disk));
    assertTrue(code(request(policy()).with(main(WRONG))).isSameScanAs(typed));
    assertEquals(twice, reads.get());
    assertEquals(0, code(request(policy()).with(main(SOUND + " "))).result().reported().size());
  }

  @Test
  void anotherPolicyIsAnotherScan() {
    ScannedCode first = code();
    assertFalse(code(request(Policy.none())).isSameScanAs(first));
  }

  @Test
  void whatIsNotUnderstoodIsReadAgain() throws IOException {
    write("com/acme/app/Broken.java", "package com.acme.app;\n\nclass {\n");
    ScannedCode first = code();
    assertTrue(first.result().coverage().incomplete());
    assertFalse(code().isSameScanAs(first));
  }

  @Test
  void fixesTheTextThatStandsInForAFile() throws IOException {
    ScannedCode typed = code(request(policy()).with(main(WRONG)));
    FixPlan plan = typed.fixes(typed.result().reported());
    assertEquals(WRONG, plan.changes().get(0).before());
    assertTrue(
        plan.changes().get(0).after().orElse("").contains("import com.acme.audit.AuditLog;"));
    assertEquals(SOUND, Files.readString(folder.resolve(MAIN)));
  }

  @Test
  void fixesOnlyWhatItIsAskedFor() throws IOException {
    write(MAIN, WRONG);
    write("com/acme/app/Other.java", WRONG.replace("Main", "Other"));
    ScannedCode code = code();
    assertEquals(2, code.result().reported().size());
    FixPlan plan = code.fixes(code.result().reported().subList(0, 1));
    assertEquals(List.of(MAIN), plan.changes().stream().map(change -> change.path()).toList());
  }

  private static ImportVerdict ask(ScannedCode code, String file, String written) {
    String name = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    String text = "package %s;\nclass %s {}\n".formatted(code.packageOf(file), name);
    return code.mayImport(file, new TextFile(text), written);
  }

  @Test
  void saysWhetherAFileMayImportWhatItDoesNotImportYet() {
    ScannedCode code = code();
    for (String file : List.of(MAIN, "com/acme/app/New.java")) {
      ImportVerdict forbidden = ask(code, file, "com.acme.legacy.OldLog");
      assertEquals(Decision.FORBIDDEN, forbidden.decision());
      assertEquals("forbidden-import", forbidden.objections().get(0).rule());
      assertEquals("com.acme.audit.AuditLog", forbidden.objections().get(0).use());
      assertEquals(Decision.ALLOWED, ask(code, file, "com.acme.audit.AuditLog").decision());
      assertEquals(Decision.ALLOWED, ask(code, file, "java.util.*").decision());
      ImportVerdict missing = ask(code, file, "com.acme.audit.AuditLogg");
      assertEquals("unresolved-import", missing.objections().get(0).rule());
      assertEquals("com.acme.audit.AuditLog", missing.objections().get(0).use());
    }
    assertEquals(Decision.FORBIDDEN, ask(code, MAIN, "static com.acme.legacy.OldLog.*").decision());
    assertEquals(0, code.result().reported().size());
    for (String wrong : List.of("", "a b", "com..acme", "com.acme.legacy.OldLog;", "static")) {
      ScanRefusal refusal = assertThrows(ScanRefusal.class, () -> ask(code, MAIN, wrong + "!"));
      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.contains("is no import\n  help: "), message);
    }
  }

  @Test
  void discouragesTheImportOfARival() throws IOException {
    write("com/acme/trail/TrailKeeper.java", log("com.acme.trail", "TrailKeeper"));
    ImportVerdict verdict = ask(code(), MAIN, "com.acme.trail.TrailKeeper");
    assertEquals(Decision.DISCOURAGED, verdict.decision());
    assertEquals("com.acme.audit.AuditLog", verdict.objections().get(0).use());
    assertEquals("com.acme.app.Main", verdict.user());
  }

  @Test
  void forbidsAnImportAgainstTheLayersWithoutClassFiles() {
    Structure structure =
        new Structure(List.of(), List.of(layer("top", "app"), layer("bottom", "audit")), List.of());
    ScannedCode code = code(request(policy().with(structure)));
    String low = "com/acme/audit/AuditLog.java";
    ImportVerdict upwards = ask(code, low, "com.acme.app.Main");
    assertEquals("layer-violation", upwards.objections().get(0).rule());
    assertEquals(Decision.FORBIDDEN, upwards.decision());
    assertEquals(Decision.FORBIDDEN, ask(code, low, "com.acme.app.*").decision());
    assertEquals(Decision.ALLOWED, ask(code, MAIN, "com.acme.audit.AuditLog").decision());
  }

  private static Layer layer(String id, String packageName) {
    PolicyText types = new PolicyText("com.acme." + packageName + ".**", LINE);
    return new Layer(id, List.of(types), "layers are layers");
  }

  @Test
  void findsTheCanonicalByWordsAndNames() throws IOException {
    write("com/acme/trail/TrailKeeper.java", log("com.acme.trail", "TrailKeeper"));
    ScannedCode code = code();
    for (String question : List.of("AuditLog", "com.acme.audit.AuditLog", "TrailKeeper")) {
      assertEquals(100, code.canonicals(question).get(0).percent(), question);
    }
    for (String question : List.of("audit", "write to the auditlog", "auditing logs")) {
      CanonicalAnswer answer = code.canonicals(question).get(0);
      assertEquals("com.acme.audit.AuditLog", answer.canonical(), question);
      assertTrue(answer.percent() < 100, question);
      assertTrue(answer.declared());
      assertEquals("com.acme.trail.TrailKeeper", answer.avoid().get(0).path());
    }
    assertEquals(List.of(), code.canonicals("send mail"));
    assertEquals(List.of(), code.canonicals("of the"));
  }

  @Test
  void aProposedRoleWithoutCommonWordsIsNamedAsItsType() throws IOException {
    write("com/acme/trail/TrailKeeper.java", log("com.acme.trail", "TrailKeeper"));
    CanonicalAnswer answer = code(request(Policy.none())).canonicals("TrailKeeper").get(0);
    assertFalse(answer.declared());
    assertEquals("AuditLog", answer.role());
    assertEquals("com.acme.trail.TrailKeeper", answer.avoid().get(0).path());
  }

  @Test
  void ranksTypesBesideOneThatIsNotThere() {
    ScannedCode code = code();
    String source = log("com.acme.trail", "TrailKeeper");
    assertEquals(
        "com.acme.audit.AuditLog",
        code.similarTo(new TextFile(source), "given/Source.java", 3)
            .neighbours()
            .get(0)
            .type()
            .name());
    assertThrows(
        ScanRefusal.class, () -> code.similarTo(new TextFile("class {"), "given/Source.java", 3));
    assertThrows(
        ScanRefusal.class,
        () -> code.similarTo(new TextFile("package a;"), "given/Source.java", 3));
    assertThrows(ScanRefusal.class, () -> code.similarTo("TrailKeeper", 3));
  }
}
