package dev.ssot.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * What one module of a build has to scan, as the build's model says and as far as it is there.
 *
 * @param name group and artifact
 * @param production folders of production code, and of the service files beside it
 * @param tests the same of test code
 * @param generated those of both that lie where the build writes
 * @param classes the folder of compiled production code; none where there are no classes in it
 */
record Module(
    String name,
    List<Path> production,
    List<Path> tests,
    List<Path> generated,
    List<Path> classes) {

  private static final String SERVICES = "META-INF/services";

  static Module of(MavenProject project) {
    Path written = absolute(project, project.getBuild().getDirectory());
    List<Path> production =
        folders(project, project.getCompileSourceRoots(), project.getBuild().getResources());
    List<Path> tests =
        folders(
            project, project.getTestCompileSourceRoots(), project.getBuild().getTestResources());
    Path classes = absolute(project, project.getBuild().getOutputDirectory());
    return new Module(
        name(project),
        production,
        tests,
        Stream.concat(production.stream(), tests.stream())
            .filter(folder -> folder.startsWith(written))
            .toList(),
        ClassFolder.holdsClasses(classes) ? List.of(classes) : List.of());
  }

  static String name(MavenProject project) {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  private static List<Path> folders(
      MavenProject project, List<String> sources, List<Resource> resources) {
    Stream<Path> services =
        resources.stream().map(one -> absolute(project, one.getDirectory()).resolve(SERVICES));
    return Stream.concat(sources.stream().map(one -> absolute(project, one)), services)
        .filter(Files::isDirectory)
        .distinct()
        .toList();
  }

  private static Path absolute(MavenProject project, String path) {
    return project.getBasedir().toPath().resolve(path).toAbsolutePath().normalize();
  }
}
