package dev.ssot.rules.codebase.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/java",
        "core/src/test/java",
        "src/test",
        "src/tests/java",
        "src/it/java",
        "src/jmh/java",
        "src/testFixtures/java",
        "src/integrationTest/java",
        "src/integration-test/java",
        "src/androidTest/java",
        "test",
        "tests/unit",
        "core/javatests",
        "test/src",
        "testdata/one"
      })
  void testRootsAreKnown(String root) {
    assertTrue(Conventions.isTestRoot(root));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "src",
        "src/main/java",
        "src/main/java/com/acme/test",
        "src/test/projects/shop/src/main/java",
        "contest/src/main/java",
        "testing/src/main/java",
        "latest",
        "src/itext/java"
      })
  void otherRootsAreNot(String root) {
    assertFalse(Conventions.isTestRoot(root));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target/generated-sources/x/A.java",
        "generated/A.java",
        "core/src-gen/A.java",
        "src/generated/java/A.java",
        "build/generated/sources/A.java"
      })
  void generatedFoldersAreKnown(String path) {
    assertTrue(Conventions.isGenerated(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/app/generator/A.java",
        "src/main/java/app/Generated.java",
        "gen.java"
      })
  void otherFoldersAreNotGenerated(String path) {
    assertFalse(Conventions.isGenerated(path));
  }

  @Test
  void aBuildFolderIsOneBesideItsBuildFileOnly(@TempDir Path folder) throws IOException {
    Path target = Files.createDirectory(folder.resolve("target"));
    Path build = Files.createDirectory(folder.resolve("build"));

    assertFalse(Conventions.isLeftOut(target, "target"));
    Files.createFile(folder.resolve("pom.xml"));
    assertTrue(Conventions.isLeftOut(target, "target"));
    assertFalse(Conventions.isLeftOut(build, "build"));
    Files.createFile(folder.resolve("build.gradle.kts"));
    assertTrue(Conventions.isLeftOut(build, "build"));
  }

  @Test
  void hiddenFoldersAndModulesOfNodeAreAlwaysLeftOut(@TempDir Path folder) {
    assertTrue(Conventions.isLeftOut(folder.resolve(".git"), ".git"));
    assertTrue(Conventions.isLeftOut(folder.resolve("node_modules"), "node_modules"));
    assertFalse(Conventions.isLeftOut(folder.resolve("git"), "git"));
  }
}
