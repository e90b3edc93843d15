package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.rules.model.SlashedPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan takes place.
 *
 * <p>Nothing of it depends on the working directory once the arguments are resolved. The base is
 * the folder of the policy if all paths lie in it, otherwise the nearest folder with {@code .git}
 * that holds all paths, otherwise the deepest folder that does.
 *
 * @param base real folder that names in reports are relative to
 * @param paths real files and folders, sorted, none below another
 * @param policy the policy file, if there is one
 */
record ScanScope(Path base, List<Path> paths, Optional<Path> policy) {

  /**
   * Finds out.
   *
   * @param named the policy that the command line names, if it does
   * @throws Rejection if a path does not exist or two paths have different policies
   */
  static ScanScope locate(List<Path> given, @Nullable Path named, Path folder) {
    List<Path> paths = real(given.isEmpty() ? List.of(folder) : given, folder);
    Optional<Path> policy =
        named == null ? PolicyLocation.above(paths) : Optional.of(beside(folder.resolve(named)));
    return new ScanScope(base(paths, policy), paths, policy);
  }

  /**
   * Finds out for a scan that reads no policy.
   *
   * @throws Rejection if a path does not exist
   */
  static ScanScope withoutPolicy(List<Path> given, Path folder) {
    List<Path> paths = real(given.isEmpty() ? List.of(folder) : given, folder);
    return new ScanScope(base(paths, Optional.empty()), paths, Optional.empty());
  }

  /** A file's name in messages and reports. */
  String name(Path file) {
    return SlashedPaths.of(base.relativize(file));
  }

  private static List<Path> real(List<Path> given, Path folder) {
    TreeSet<Path> sorted = new TreeSet<>();
    given.forEach(
        path ->
            sorted.add(
                real(
                    path,
                    folder,
                    "",
                    "name what is to be scanned, or leave it out for the folder here")));
    List<Path> paths = new ArrayList<>();
    for (Path path : sorted) {
      if (paths.stream().noneMatch(path::startsWith)) {
        paths.add(path);
      }
    }
    return paths;
  }

  /**
   * Where what is named really lies.
   *
   * @param where follows its name in the message
   * @throws Rejection if it does not exist
   */
  static Path real(Path given, Path folder, String where, String help) {
    try {
      return folder.resolve(given).toRealPath();
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of("there is no file or folder `%s`%s".formatted(given, where), help));
    }
  }

  private static Path beside(Path file) {
    try {
      Path parent = file.toAbsolutePath().normalize().getParent();
      return parent == null ? file : parent.toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static Path base(List<Path> paths, Optional<Path> policy) {
    Optional<Path> home = policy.map(Path::getParent);
    if (home.isPresent() && paths.stream().allMatch(path -> path.startsWith(home.get()))) {
      return home.get();
    }
    Path common = common(paths);
    for (Path folder = common; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return common;
  }

  private static Path common(List<Path> paths) {
    Path first = paths.get(0);
    for (Path folder = Files.isDirectory(first) ? first : first.getParent();
        folder != null;
        folder = folder.getParent()) {
      Path candidate = folder;
      if (paths.stream().allMatch(path -> path.startsWith(candidate))) {
        return folder;
      }
    }
    throw new Rejection(
        Diagnostic.of("the paths share no folder", "check them one after the other"));
  }
}
