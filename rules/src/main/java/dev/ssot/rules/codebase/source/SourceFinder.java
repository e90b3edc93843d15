package dev.ssot.rules.codebase.source;

import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.SourceSelection;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks the paths of a scan.
 *
 * <p>Real folders come first, then symbolic links in the order of paths, so that what a link leads
 * to a second time is known and left alone: no file is read twice and no loop is followed.
 */
final class SourceFinder {

  private final Path base;
  private final Overlay overlay;
  private final PathPatterns roots;
  private final PathPatterns testRoots;
  private final PathPatterns generatedRoots;
  private final PathPatterns excludes;

  /** By path, as they are found: sorted once, at the end, which is sooner done. */
  private final Map<String, FoundFile> files = new LinkedHashMap<>();

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, String> seenFolders = new HashMap<>();
  private final Map<Path, String> seenFiles = new HashMap<>();
  private final Deque<Path> links = new ArrayDeque<>();
  private final List<String> excluded = new ArrayList<>();
  private final Map<Path, Walked> walked = new HashMap<>();
  private final Map<Path, List<String>> leftOut = new HashMap<>();
  private boolean loose;
  private Consumer<FoundFile> hears = file -> {};

  SourceFinder(Path base, SourceSelection selection, Overlay overlay) {
    this.base = base;
    this.overlay = overlay;
    this.roots = new PathPatterns(selection.roots());
    this.testRoots = new PathPatterns(selection.testRoots());
    this.generatedRoots = new PathPatterns(selection.generatedRoots());
    this.excludes = new PathPatterns(selection.excludes());
  }

  Found find(List<Path> paths) {
    return find(paths, file -> {});
  }

  /** Walks; {@code hears} is told of each file on disk when it is found. */
  Found find(List<Path> paths, Consumer<FoundFile> hears) {
    this.hears = hears;
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        folder(path, relative(path), path::toRealPath, true);
      } else {
        loose = true;
        file(path, relative(path), path::toRealPath);
      }
    }
    while (!links.isEmpty()) {
      List<Path> round = new ArrayList<>(links);
      links.clear();
      round.sort(Comparator.comparing(this::relative));
      round.forEach(this::link);
    }
    paths.forEach(this::stored);
    problems.sort(null);
    Set<String> matched = new HashSet<>(roots.matched());
    List.of(testRoots, generatedRoots, excludes).forEach(some -> matched.addAll(some.matched()));
    return new Found(
        files.values().stream().sorted(Comparator.comparing(FoundFile::path)).toList(),
        excluded,
        problems,
        matched,
        seenFolders.keySet(),
        new Found.Walk(walked, leftOut, loose));
  }

  /**
   * Whether a walk would come upon the same files as one before it, whatever is in them.
   *
   * @param changed the real folders whose children may be others now; those of all other folders in
   *     which it looked for sources are not
   */
  boolean isStill(Found found, List<Path> paths, Set<Path> changed) {
    Found.Walk walk = found.walk();
    if (walk.loose()) {
      return false;
    }
    try {
      for (Path path : paths) {
        if (Files.isDirectory(path) && !walk.walked().containsKey(path.toRealPath())) {
          return false;
        }
      }
      for (Path real : changed) {
        Walked was = walk.walked().get(real);
        if (was == null
            || !was.certain()
            || !was.equals(walked(was.folder(), children(was.folder(), relative(was.folder()))))) {
          return false;
        }
      }
    } catch (IOException | SecurityException e) {
      return false;
    }
    return walk.leftOut().entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(sourcesBelow(entry.getKey())));
  }

  /**
   * Where a file or folder really lies, which only the file system can say of a path with links in
   * it; it is slow to answer.
   */
  @FunctionalInterface
  private interface RealPath {
    Path path() throws IOException;
  }

  private void folder(Path folder, String path, RealPath reached, boolean asked) {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    if (!asked && Conventions.isLeftOut(folder, name)) {
      leaveOut(folder);
      return;
    }
    if (overlay.hides(path)) {
      return;
    }
    if (!path.isEmpty() && excludes.matches(path)) {
      leaveOut(folder);
      return;
    }
    try {
      Path real = reached.path();
      if (seenFolders.putIfAbsent(real, path) != null) {
        return;
      }
      List<Child> children = children(folder, path);
      walked.put(real, walked(folder, children));
      boolean itself = real.equals(folder);
      for (Child child : children) {
        // What is no link lies in the folder that lists it.
        visit(child, itself ? child.place() : real.resolve(child.name()));
      }
    } catch (IOException | SecurityException e) {
      unreadable(path.isEmpty() ? "." : path, e);
    }
  }

  /**
   * A child of a folder; one of which nothing is told is neither link nor folder.
   *
   * @param path relative to the base of the scan, with {@code /}
   * @param key tells a folder from others that have its name at other times, if the system can
   */
  private record Child(
      Path place,
      String name,
      String path,
      boolean isLink,
      boolean isFolder,
      Optional<Object> key) {

    static Child of(Path place, String name, String path) {
      try {
        BasicFileAttributes told =
            Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean folder = told.isDirectory();
        Optional<Object> key = folder ? Optional.ofNullable(told.fileKey()) : Optional.empty();
        return new Child(place, name, path, told.isSymbolicLink(), folder, key);
      } catch (IOException e) {
        return new Child(place, name, path, false, false, Optional.empty());
      }
    }

    Walked.Child seen() {
      return new Walked.Child(name, key.map(Object::toString).orElse(""));
    }

    boolean isCertain() {
      return !isFolder || key.isPresent();
    }
  }

  private void visit(Child child, Path real) {
    if (child.isLink()) {
      loose = true;
      links.add(child.place());
    } else if (child.isFolder()) {
      folder(child.place(), child.path(), () -> real, false);
    } else {
      file(child.place(), child.path(), () -> real);
    }
  }

  private static Walked walked(Path folder, List<Child> children) {
    List<Walked.Child> deciding = new ArrayList<>();
    boolean certain = true;
    for (Child child : children) {
      if (decides(child)) {
        deciding.add(child.seen());
      }
      certain &= child.isCertain();
    }
    return new Walked(folder, deciding, certain);
  }

  private static boolean decides(Child child) {
    return child.isLink()
        || child.isFolder()
        || FoundFile.isWanted(child.path())
        || Conventions.isMark(child.name());
  }

  private void link(Path link) {
    String path = relative(link);
    if (overlay.hides(path)) {
      return;
    }
    try {
      Path target = link.toRealPath();
      if (Files.isDirectory(target)) {
        String seen = seenFolders.get(target);
        if (seen != null) {
          scannedThere(path, seen.isEmpty() ? "." : seen);
        } else {
          folder(link, path, () -> target, false);
        }
      } else {
        file(link, path, () -> target);
      }
    } catch (IOException | SecurityException e) {
      if (FoundFile.isWanted(path)) {
        unreadable(path, e);
      } else {
        remark(path, "a link that leads nowhere or in a circle");
      }
    }
  }

  private void file(Path file, String path, RealPath reached) {
    if (!FoundFile.isWanted(path) || overlay.hides(path) || isExcluded(path)) {
      return;
    }
    try {
      String seen = seenFiles.putIfAbsent(reached.path(), path);
      if (seen != null) {
        if (!seen.equals(path)) {
          scannedThere(path, seen);
        }
        return;
      }
    } catch (IOException e) {
      unreadable(path, e);
      return;
    }
    FoundFile found = new FoundFile(new DiskFile(file), path, kind(path));
    files.put(path, found);
    hears.accept(found);
  }

  /** Whether the policy leaves a file out, which is then counted. */
  private boolean isExcluded(String path) {
    boolean outsideRoots = !roots.isEmpty() && !roots.matches(path) && !testRoots.matches(path);
    boolean out = excludes.matches(path) || outsideRoots;
    if (out) {
      excluded.add(path);
    }
    return out;
  }

  /** Adds what is at or below a path of the scan and stands in for files on disk. */
  private void stored(Path scanned) {
    String start = relative(scanned);
    overlay.stored().keySet().stream()
        .sorted()
        .filter(FoundFile::isWanted)
        .filter(path -> isAtOrBelow(path, start))
        .filter(path -> !isLeftOut(path, start) && !isExcluded(path))
        .forEach(
            path ->
                files.put(
                    path, new FoundFile(overlay.stored(path).orElseThrow(), path, kind(path))));
  }

  private static boolean isAtOrBelow(String path, String start) {
    return start.isEmpty() ? !path.startsWith("../") : (path + "/").startsWith(start + "/");
  }

  /** Whether a folder between the start of the walk and a file is one of build output. */
  private boolean isLeftOut(String path, String start) {
    int from = start.isEmpty() ? 0 : start.length() + 1;
    for (int slash = path.indexOf('/', from); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String name = path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
      if (Conventions.isLeftOut(base.resolve(path.substring(0, slash)), name)) {
        excluded.add(path);
        return true;
      }
    }
    return false;
  }

  /** The kind of a file by its path. */
  SourceKind kind(String path) {
    boolean test = testRoots.matches(path);
    if (generatedRoots.matches(path) || Conventions.isGenerated(path)) {
      return SourceKind.GENERATED;
    }
    return test ? SourceKind.TEST : SourceKind.PRODUCTION;
  }

  private void scannedThere(String path, String target) {
    remark(path, "a link to `" + target + "`, which is scanned there");
  }

  private void remark(String path, String cause) {
    problems.add(new Problem(Problem.Kind.REMARK, path, 0, cause, ""));
  }

  private void unreadable(String path, Exception cause) {
    problems.add(ReadProblems.unreadable(path, cause));
  }

  private List<Child> children(Path folder, String path) throws IOException {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path place : stream) {
        String name = place.getFileName().toString();
        children.add(Child.of(place, name, below(path, name, place)));
      }
    }
    children.sort(Comparator.comparing(Child::name));
    return children;
  }

  /** The relative path of a child; to make it from scratch takes as long as to list the child. */
  private String below(String path, String name, Path child) {
    // A folder above the base has the base below it.
    return path.startsWith("..") ? relative(child) : path.isEmpty() ? name : path + "/" + name;
  }

  private void leaveOut(Path folder) {
    List<String> sources = sourcesBelow(folder);
    leftOut.put(folder, sources);
    excluded.addAll(sources);
  }

  /** What would be read of a folder that is left out. */
  private List<String> sourcesBelow(Path folder) {
    List<String> sources = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>(List.of(folder));
    while (!open.isEmpty()) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(open.pop())) {
        for (Path child : stream) {
          if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            open.push(child);
          } else if (child.toString().endsWith(".java")) {
            sources.add(relative(child));
          }
        }
      } catch (IOException e) {
        // What is left out need not be readable: it is counted as far as it can be.
      }
    }
    return sources;
  }

  private String relative(Path file) {
    return SlashedPaths.of(base.relativize(file));
  }
}
