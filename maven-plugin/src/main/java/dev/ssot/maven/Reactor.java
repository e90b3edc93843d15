package dev.ssot.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * A build as a whole, at the moment at which it is scanned.
 *
 * @param root the folder that Maven was started in, or that of the POM it was started with
 * @param output the folder in which the build of the root writes
 * @param modules what is scanned, in the order of names
 * @param unbuilt names of those of them that this build has not built, or not yet
 */
record Reactor(Path root, Path output, List<Module> modules, Set<String> unbuilt) {

  Reactor {
    modules = List.copyOf(modules);
    unbuilt = new TreeSet<>(unbuilt);
  }

  /**
   * Looks at the build.
   *
   * @param arrived names of modules that have come to the goal
   * @param skipped names of modules that are left out
   */
  static Reactor of(MavenSession session, Set<String> arrived, Set<String> skipped) {
    List<MavenProject> all = projects(session);
    Predicate<MavenProject> built =
        project ->
            (arrived.contains(Module.name(project)) && session.getProjects().contains(project))
                || session.getResult().getBuildSummary(project) instanceof BuildSuccess;
    List<MavenProject> scanned =
        all.stream().filter(project -> !skipped.contains(Module.name(project))).toList();
    Set<String> unbuilt = new TreeSet<>();
    scanned.stream()
        .filter(built.negate())
        // There is nothing in it that could be built.
        .filter(project -> !project.getPackaging().equals("pom"))
        .map(Module::name)
        .forEach(unbuilt::add);
    Path root = root(session);
    return new Reactor(
        root,
        all.stream()
            .filter(MavenProject::isExecutionRoot)
            .findFirst()
            .map(project -> Path.of(project.getBuild().getDirectory()))
            .orElse(root.resolve("target")),
        scanned.stream().map(Module::of).sorted(Comparator.comparing(Module::name)).toList(),
        unbuilt);
  }

  /** All modules of the project, whichever of them are chosen for this build. */
  private static List<MavenProject> projects(MavenSession session) {
    List<MavenProject> all = session.getAllProjects();
    return all == null || all.isEmpty() ? session.getProjects() : all;
  }

  static Path root(MavenSession session) {
    return Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
  }

  /** All that is read. */
  List<Path> paths() {
    return folders(
        module -> Stream.concat(module.production().stream(), module.tests().stream()).toList());
  }

  /** Whether there is a folder of sources in any module. */
  boolean hasSources() {
    return !paths().isEmpty();
  }

  /** What the arguments of a command say of the sources, the folders last. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    add(arguments, "--tests", folders(Module::tests));
    add(arguments, "--generated", folders(Module::generated));
    add(arguments, "--compiled", folders(Module::classes));
    paths().forEach(path -> arguments.add(path.toString()));
    return arguments;
  }

  private List<Path> folders(Function<Module, List<Path>> some) {
    return modules.stream().flatMap(module -> some.apply(module).stream()).distinct().toList();
  }

  private static void add(List<String> arguments, String option, List<Path> paths) {
    paths.forEach(path -> arguments.addAll(List.of(option, path.toString())));
  }
}
