package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusteringTest {

  private final Project project;

  ClusteringTest(@TempDir Path folder) {
    project = Project.in(folder);
    for (char name = 'A'; name <= 'F'; name++) {
      project.java("package t; public class %s { void m() {} }".formatted(name));
    }
  }

  /** Clusters of pairs such as {@code "AB 90"}, each as canonical, colon and rivals. */
  private List<String> clusters(String... pairs) {
    Codebase codebase = project.codebase();
    List<Pair> all = new ArrayList<>();
    for (String pair : pairs) {
      TypeEntry one = codebase.type("t." + pair.charAt(0)).orElseThrow();
      TypeEntry other = codebase.type("t." + pair.charAt(1)).orElseThrow();
      all.add(new Pair(one, other, Integer.parseInt(pair.substring(3))));
    }
    List<String> names = codebase.types().stream().map(TypeEntry::name).toList();
    return new Clustering(all, new UsageIndex(codebase, names))
        .clusters().stream().map(ClusteringTest::text).toList();
  }

  private static String text(Cluster cluster) {
    StringBuilder text = new StringBuilder(cluster.canonical().type().simpleName()).append(":");
    cluster.rivals().forEach(rival -> text.append(rival.entry().type().simpleName()));
    return text.toString();
  }

  @Test
  void aPairIsACluster() {
    assertEquals(List.of("A:B"), clusters("AB 90"));
  }

  @Test
  void noPairsMakeNoCluster() {
    assertEquals(List.of(), clusters());
  }

  @Test
  void theLikestRivalComesFirst() {
    assertEquals(List.of("A:CDB"), clusters("AB 80", "AC 95", "AD 90"));
  }

  @Test
  void aClusterIsAStarAndNoChain() {
    assertEquals(List.of("A:BC", "D:E"), clusters("AB 90", "BC 90", "CD 90", "DE 90"));
  }

  @Test
  void aTypeIsInOneClusterOnly() {
    assertEquals(List.of("A:BCD", "E:F"), clusters("AB 90", "AC 90", "AD 90", "DE 90", "EF 90"));
  }

  @Test
  void aTypeWhoseRivalsAreAllTakenIsLeftAlone() {
    assertEquals(List.of("A:BCD"), clusters("AB 90", "AC 90", "AD 90", "DE 90"));
  }

  @Test
  void theOrderOfPairsDoesNotMatter() {
    assertEquals(
        clusters("AB 90", "BC 90", "CD 90", "DE 90"), clusters("DE 90", "BC 90", "CD 90", "AB 90"));
  }

  @Test
  void theMostUsedMemberIsTheCanonical() {
    project.java("package u; import t.C; class User {}");

    assertEquals(List.of("C:AB"), clusters("AB 90", "AC 90"));
  }

  @Test
  void aDeprecatedTypeIsNoCanonicalWhereAnotherIsNot() {
    project.java("package t; @Deprecated public class A { void m() {} }");

    assertEquals(List.of("B:A"), clusters("AB 90"));
  }
}
