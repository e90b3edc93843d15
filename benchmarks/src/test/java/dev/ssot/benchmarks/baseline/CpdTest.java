package dev.ssot.benchmarks.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpdTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <pmd-cpd xmlns="https://pmd-code.org/schema/cpd-report">
         <file path="/base/a/One.java" totalNumberOfTokens="500"/>
         <duplication lines="3" tokens="50">
            <file column="3" line="10" path="/base/a/One.java"/>
            <file column="3" line="20" path="/base/b/Two.java"/>
            <file column="3" line="30" path="/base/b/Two.java"/>
            <file column="3" line="40" path="/base/c/Three.java"/>
            <codefragment><![CDATA[int x;]]></codefragment>
         </duplication>
         <duplication lines="9" tokens="70">
            <file column="3" line="10" path="/base/a/One.java"/>
            <file column="3" line="20" path="/base/b/Two.java"/>
         </duplication>
      </pmd-cpd>
      """;

  private static Map<String, Map<String, Integer>> read(Path folder, Set<String> wanted)
      throws IOException {
    Path report = Files.writeString(folder.resolve("report.xml"), REPORT);
    return Cpd.read(report, Path.of("/base"), wanted);
  }

  @Test
  void addsUpWhatTwoFilesShare(@TempDir Path folder) throws IOException {
    assertEquals(
        Map.of(
            "a/One.java", Map.of("b/Two.java", 120, "c/Three.java", 50),
            "c/Three.java", Map.of("a/One.java", 50, "b/Two.java", 50)),
        read(folder, Set.of("a/One.java", "c/Three.java")));
  }

  @Test
  void leavesPairsOutThatNobodyWants(@TempDir Path folder) throws IOException {
    assertEquals(Map.of(), read(folder, Set.of("d/Four.java")));
  }

  @Test
  void readsWhatTheFilesOfGroupsShare(@TempDir Path folder) throws IOException {
    Path report =
        Files.writeString(
            folder.resolve("groups.tsv"),
            "/base/a/One.java\t/base/b/Two.java\t120\n/base/b/Two.java\t/base/a/One.java\t120\n");
    assertEquals(
        Map.of("a/One.java", Map.of("b/Two.java", 120), "b/Two.java", Map.of("a/One.java", 120)),
        Cpd.readGroups(report, Path.of("/base")));
  }
}
