package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.cli.message.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which policy a scan follows and what its paths are relative to. */
class ScanScopeTest {

  private final Path root;

  ScanScopeTest(@TempDir Path temporary) throws IOException {
    root = temporary.toRealPath();
    for (String folder : List.of("repo/.git", "repo/a/src", "repo/b/src", "elsewhere")) {
      Files.createDirectories(root.resolve(folder));
    }
  }

  private Path policy(String folder) throws IOException {
    return Files.writeString(root.resolve(folder).resolve("ssot.yaml"), "version: 1\n");
  }

  private ScanScope locate(String... paths) {
    return ScanScope.locate(Arrays.stream(paths).map(Path::of).toList(), null, root);
  }

  private String rejection(String... paths) {
    return assertThrows(Rejection.class, () -> locate(paths)).diagnostics().get(0).text();
  }

  @Test
  void thePolicyOfAFolderIsTheNearestAboveIt() throws IOException {
    policy("repo");
    Path nearest = policy("repo/a");
    ScanScope scope = locate("repo/a/src");
    assertEquals(Optional.of(nearest), scope.policy());
    assertEquals(root.resolve("repo/a"), scope.base());
    assertEquals("ssot.yaml", scope.name(nearest));
  }

  @Test
  void thePolicyOfAFileIsTheNearestAboveItsFolder() throws IOException {
    Path nearest = policy("repo/a/src");
    Files.writeString(root.resolve("repo/a/src/A.java"), "class A {}");
    ScanScope scope = locate("repo/a/src/A.java");
    assertEquals(Optional.of(nearest), scope.policy());
    assertEquals(List.of(root.resolve("repo/a/src/A.java")), scope.paths());
  }

  @Test
  void aScanWithoutPolicyLeavesTheNearestAlone() throws IOException {
    policy("repo");
    ScanScope scope = ScanScope.withoutPolicy(List.of(Path.of("repo/a/src")), root);
    assertEquals(Optional.empty(), scope.policy());
    assertEquals(root.resolve("repo"), scope.base());
  }

  @Test
  void aPolicyOutsideTheRepositoryIsNotTaken() throws IOException {
    policy(".");
    assertEquals(Optional.empty(), locate("repo/a").policy());
    assertTrue(locate("elsewhere").policy().isPresent());
  }

  @Test
  void twoPathsUnderDifferentPoliciesAreRefused() throws IOException {
    policy("repo/a");
    assertTrue(rejection("repo/a", "repo/b").contains("under no policy"));
    policy("repo/b");
    assertTrue(rejection("repo/a", "repo/b").contains("under the policy"));
  }

  @Test
  void aNamedPolicyWinsOverTheOneAbove() throws IOException {
    policy("repo/a");
    Path named = policy("elsewhere");
    ScanScope scope =
        ScanScope.locate(List.of(Path.of("repo/a")), Path.of("elsewhere/ssot.yaml"), root);
    assertEquals(Optional.of(named), scope.policy());
    assertEquals(root.resolve("repo"), scope.base());
    assertEquals("../elsewhere/ssot.yaml", scope.name(named));
  }

  @Test
  void withoutAPolicyTheBaseIsTheRepository() {
    assertEquals(root.resolve("repo"), locate("repo/a/src").base());
    assertEquals(root.resolve("repo"), locate("repo/a/src", "repo/b").base());
  }

  @Test
  void withoutARepositoryTheBaseIsTheDeepestSharedFolder() {
    assertEquals(root, locate("repo/a", "elsewhere").base());
    assertEquals(root.resolve("elsewhere"), locate("elsewhere").base());
  }

  @Test
  void theFolderHereIsScannedWhereNoneIsNamed() {
    assertEquals(List.of(root), locate().paths());
  }

  @Test
  void aPathBelowAnotherIsScannedOnce() {
    assertEquals(
        List.of(root.resolve("repo")), locate("repo/a", "repo", "repo/b/src", "repo/a").paths());
  }

  @Test
  void aLinkIsScannedWhereItLeads() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), root.resolve("repo/a"));
    assertEquals(locate("repo/a/src"), locate("link/src"));
  }

  @Test
  void aPathThatDoesNotExistIsRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("dangling"), root.resolve("gone"));
    assertTrue(rejection("missing").contains("there is no file or folder `missing`"));
    assertTrue(rejection("dangling").contains("there is no file or folder `dangling`"));
  }
}
