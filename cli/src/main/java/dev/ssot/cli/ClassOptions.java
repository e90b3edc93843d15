package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.scan.ClassSelection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import picocli.CommandLine.Option;

/** The arguments that name class files, and rules of the user on them. */
final class ClassOptions {

  @Option(
      names = "--classes",
      paramLabel = "PATH",
      description =
          "A folder or jar of class files; may be repeated. Otherwise those beside the sources"
              + " (target/classes, build/classes/java/main), where a rule needs them.")
  List<Path> classes = new ArrayList<>();

  @Option(
      names = "--compiled",
      paramLabel = "PATH",
      description =
          "A folder into which a build compiles; may be repeated. It is read in place of those"
              + " beside the sources, where a rule needs them.")
  List<Path> compiled = new ArrayList<>();

  @Option(
      names = "--arch-rules",
      paramLabel = "CLASSPATH",
      description =
          "Folders and jars that hold ArchUnit rules of yours and all that they need, written as"
              + " a class path. Their code is run.")
  String archRules = "";

  @Option(
      names = "--arch-rule",
      paramLabel = "CLASS",
      description = "A class with @ArchTest rules on that class path; may be repeated.")
  List<String> archRule = new ArrayList<>();

  /**
   * What the arguments select.
   *
   * @throws Rejection if a path is not there or holds no classes, or one of two arguments is
   *     missing or contradicts the other
   */
  ClassSelection selection(Path folder) {
    if (!classes.isEmpty() && !compiled.isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "--classes and --compiled contradict each other", "leave one of the two out"));
    }
    if (archRules.isEmpty() != archRule.isEmpty()) {
      throw new Rejection(
          Diagnostic.of(
              "--arch-rules and --arch-rule go together",
              "name the class path with --arch-rules and each class with --arch-rule"));
    }
    List<Path> rulePath = new ArrayList<>();
    for (String entry : archRules.split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        rulePath.add(existing(folder, Path.of(entry), "--arch-rules"));
      }
    }
    Set<Path> roots = new LinkedHashSet<>();
    classes.forEach(path -> roots.add(classRoot(folder, path)));
    List<Path> folders =
        compiled.stream().map(path -> existing(folder, path, "--compiled")).toList();
    return new ClassSelection(List.copyOf(roots), folders, rulePath, archRule);
  }

  private static Path existing(Path folder, Path path, String option) {
    return ScanScope.real(
        path, folder, " for " + option, "compile the code first, or mend the path");
  }

  private static Path classRoot(Path folder, Path given) {
    Path path = existing(folder, given, "--classes");
    if (Files.isDirectory(path)) {
      return path;
    }
    try (ZipFile archive = new ZipFile(path.toFile())) {
      if (archive.stream().noneMatch(entry -> entry.getName().endsWith(".class"))) {
        throw new Rejection(
            Diagnostic.of(
                "`%s` holds no class files".formatted(given),
                "name the jar that does, not its sources"));
      }
      return path;
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "`%s` is neither a folder nor a jar: %s".formatted(given, e.getMessage()),
              "name a folder of class files or a jar; for one class file name its folder"));
    }
  }
}
