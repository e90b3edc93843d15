package dev.ssot.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module is what the model says, as far as it is there. */
class ModuleTest {

  private final Path folder;
  private final MavenProject project = new MavenProject(new Model());

  ModuleTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    project.setGroupId("com.acme");
    project.setArtifactId("core");
    project.setFile(folder.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(folder.resolve("target").toString());
    build.setOutputDirectory(folder.resolve("target/classes").toString());
    Resource resources = new Resource();
    resources.setDirectory("files");
    build.addResource(resources);
    project.setBuild(build);
    project.addCompileSourceRoot(made("code"));
    project.addCompileSourceRoot(made("target/made/code"));
    project.addCompileSourceRoot(folder.resolve("nowhere").toString());
    project.addTestCompileSourceRoot(made("proofs"));
    made("files/META-INF/services");
    made("target/classes/com");
  }

  private String made(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name)).toString();
  }

  private List<Path> paths(String... names) {
    return List.of(names).stream().map(folder::resolve).toList();
  }

  @Test
  void foldersThatAreThereAreReadWithTheServiceFilesBesideThem() {
    Module module = Module.of(project);
    assertEquals("com.acme:core", module.name());
    assertEquals(paths("code", "target/made/code", "files/META-INF/services"), module.production());
    assertEquals(paths("proofs"), module.tests());
  }

  @Test
  void whatLiesWhereTheBuildWritesIsGenerated() {
    assertEquals(paths("target/made/code"), Module.of(project).generated());
  }

  @Test
  void aFolderWithoutClassFilesIsNotOneOfClasses() throws IOException {
    assertEquals(List.of(), Module.of(project).classes());
    Files.writeString(folder.resolve("target/classes/com/A.class"), "");
    assertEquals(paths("target/classes"), Module.of(project).classes());
  }
}
