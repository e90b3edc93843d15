package dev.ssot.rules.scan;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ServiceFile;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.SourceFolder;
import dev.ssot.rules.model.SourceLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from where files lie which folders hold the sources.
 *
 * <p>Folders are only named where they leave nothing out: a policy that names the wrong ones would
 * blind every later scan.
 */
final class SourceLayouts {

  private static final Pattern SOURCE_SET = Pattern.compile("(.*/)?(src/[^/]+)(?:/.*)?");
  private static final Pattern NO_GLOB = Pattern.compile("[^\\\\?*\\[\\]{}\\p{Cntrl}]+");
  private static final String SERVICES = "META-INF/services/";
  private static final int MOST_ROOTS = 8;
  private static final int MOST_GENERATED = 10;
  private static final int FEWEST_GENERATED = 3;

  private final Map<String, Integer> production = new TreeMap<>();
  private final Map<String, Integer> tests = new TreeMap<>();
  private final Map<String, int[]> folders = new TreeMap<>();

  private SourceLayouts() {}

  static SourceLayout of(Codebase codebase) {
    SourceLayouts layouts = new SourceLayouts();
    for (SourceUnit unit : codebase.units()) {
      layouts.add(unit.root(), unit.kind());
      layouts.count(unit);
    }
    for (ServiceFile service : codebase.services()) {
      int end = service.path().indexOf(SERVICES);
      layouts.add(service.path().substring(0, Math.max(0, end - 1)), service.kind());
    }
    return layouts.layout();
  }

  private void add(String root, SourceKind kind) {
    (kind == SourceKind.TEST ? tests : production).merge(root, 1, Integer::sum);
  }

  private void count(SourceUnit unit) {
    String path = unit.path();
    int generated = unit.kind() == SourceKind.GENERATED ? 1 : 0;
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      int[] counts = folders.computeIfAbsent(path.substring(0, slash), folder -> new int[2]);
      counts[0]++;
      counts[1] += generated;
    }
  }

  /** A test among production code, known by what it imports, makes no test folder of its root. */
  private SourceLayout layout() {
    production.keySet().forEach(tests::remove);
    List<SourceFolder> roots = patterns(production);
    List<SourceFolder> testRoots = patterns(tests);
    boolean named =
        !roots.isEmpty()
            && roots.size() + testRoots.size() <= MOST_ROOTS
            && (testRoots.isEmpty() == tests.isEmpty());
    return new SourceLayout(
        named ? roots : List.of(), named ? testRoots : List.of(), generatedFolders());
  }

  /** What names all of the roots; nothing where one of them cannot be named. */
  private static List<SourceFolder> patterns(Map<String, Integer> roots) {
    Map<String, Integer> patterns = new TreeMap<>();
    for (Map.Entry<String, Integer> root : roots.entrySet()) {
      if (!NO_GLOB.matcher(root.getKey()).matches()) {
        return List.of();
      }
      patterns.merge(pattern(root.getKey()), root.getValue(), Integer::sum);
    }
    return sorted(patterns);
  }

  /**
   * The source set that a root belongs to, in whatever module, so that its resources and the
   * modules to come are part of it: {@code src/main} in any folder for {@code chat/src/main/java}.
   */
  private static String pattern(String root) {
    Matcher set = SOURCE_SET.matcher(root);
    if (!set.matches()) {
      return root;
    }
    return (set.group(1) == null ? "" : "**/") + set.group(2);
  }

  private List<SourceFolder> generatedFolders() {
    Map<String, Integer> generated = new TreeMap<>();
    folders.forEach(
        (folder, counts) -> {
          if (isGenerated(folder) && !isGenerated(SlashedPaths.folder(folder))) {
            generated.put(folder, counts[1]);
          }
        });
    return sorted(generated).stream().limit(MOST_GENERATED).toList();
  }

  private boolean isGenerated(String folder) {
    int[] counts = folders.getOrDefault(folder, new int[] {1, 0});
    return counts[0] == counts[1]
        && counts[1] >= FEWEST_GENERATED
        && NO_GLOB.matcher(folder).matches();
  }

  /** The folders with most files first. */
  private static List<SourceFolder> sorted(Map<String, Integer> patterns) {
    List<SourceFolder> sorted = new ArrayList<>();
    patterns.forEach((pattern, files) -> sorted.add(new SourceFolder(pattern, files)));
    sorted.sort(
        Comparator.comparingInt((SourceFolder folder) -> -folder.files())
            .thenComparing(SourceFolder::pattern));
    return sorted;
  }
}
