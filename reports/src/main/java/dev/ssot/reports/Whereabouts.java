package dev.ssot.reports;

import dev.ssot.rules.model.Comparison;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.TypeRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where code stands, in groups that tell a reader something: modules of the build, or packages
 * where all that a result names is of one module.
 *
 * <p>A report knows paths and names of types only. A module is the folder above {@code src}; where
 * sources lie without one, the folder below which the packages of the types that are named begin.
 */
final class Whereabouts {

  private static final String ROOT = "(root)";
  private static final String DEFAULT_PACKAGE = "the default package";
  private static final String SOURCES = "src/";
  private static final Pattern SOURCE_ROOT = Pattern.compile("(?:.*/)?src/(?:[^/]+/)?java(?=/)");

  private final Set<String> roots;
  private final boolean modules;

  private Whereabouts(Set<String> roots, Stream<String> paths) {
    this.roots = roots;
    this.modules =
        paths.filter(path -> path.endsWith(".java")).map(this::module).distinct().count() > 1;
  }

  /** The groups of all that a result names. */
  static Whereabouts of(ScanResult result) {
    List<TypeRef> types =
        result.findings().stream().flatMap(Whereabouts::types).distinct().toList();
    Stream<String> paths =
        Stream.concat(
            types.stream().map(type -> type.declaration().path()),
            result.findings().stream().map(finding -> finding.location().path()));
    return new Whereabouts(
        types.stream().flatMap(type -> root(type).stream()).collect(Collectors.toSet()), paths);
  }

  /** The groups of some types only, which may all be of one module. */
  Whereabouts among(Stream<TypeRef> types) {
    return new Whereabouts(roots, types.map(type -> type.declaration().path()));
  }

  private static Stream<TypeRef> types(Finding finding) {
    return finding.evidence().comparisons().stream().flatMap(Whereabouts::types);
  }

  private static Stream<TypeRef> types(Comparison one) {
    return Stream.of(
            List.of(one.canonical(), one.rival()),
            one.usage().allOfCanonical(),
            one.usage().allOfRival())
        .flatMap(List::stream);
  }

  /** What the groups are: {@code module} or {@code package}. */
  String noun() {
    return modules ? "module" : "package";
  }

  /** The group of a file. */
  String of(String path) {
    return modules ? module(path) : packageOf(path);
  }

  /** The group of a type. */
  String of(TypeRef type) {
    return modules ? module(type.declaration().path()) : packageOf(type);
  }

  /** How many of some types each group has, by name. */
  SortedMap<String, Integer> counts(Collection<TypeRef> types) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    types.forEach(type -> counts.merge(of(type), 1, Integer::sum));
    return counts;
  }

  /** The package of a type, which may be nested. */
  static String packageOf(TypeRef type) {
    String name = packageName(type);
    return name.isEmpty() ? DEFAULT_PACKAGE : name;
  }

  private static String packageName(TypeRef type) {
    String name = DottedNames.qualifier(type.name());
    while (DottedNames.last(name).codePoints().limit(1).anyMatch(Character::isUpperCase)) {
      name = DottedNames.qualifier(name);
    }
    return name;
  }

  private String module(String path) {
    int sources = path.startsWith(SOURCES) ? 0 : path.indexOf("/" + SOURCES);
    if (sources >= 0) {
      return sources == 0 ? ROOT : path.substring(0, sources);
    }
    int slash = path.indexOf('/');
    String module = known(path).orElse(slash < 0 ? "" : path.substring(0, slash));
    return module.isEmpty() ? ROOT : module;
  }

  private String packageOf(String path) {
    String folder = SlashedPaths.folder(path);
    if (folder.isEmpty()) {
      return ROOT;
    }
    Matcher sources = SOURCE_ROOT.matcher(path);
    Optional<String> root = sources.lookingAt() ? Optional.of(sources.group()) : known(path);
    if (root.isEmpty()) {
      return folder;
    }
    String rest = folder.substring(root.get().length());
    return rest.isEmpty()
        ? DEFAULT_PACKAGE
        : (rest.startsWith("/") ? rest.substring(1) : rest).replace('/', '.');
  }

  /** The folder above a file in which packages are known to begin. */
  private Optional<String> known(String path) {
    String folder = SlashedPaths.folder(path);
    while (!folder.isEmpty() && !roots.contains(folder)) {
      folder = SlashedPaths.folder(folder);
    }
    return roots.contains(folder) ? Optional.of(folder) : Optional.empty();
  }

  /** The folder in which the package of a type begins, if its file lies as its name says. */
  private static Optional<String> root(TypeRef type) {
    String folder = SlashedPaths.folder(type.declaration().path());
    String below = packageName(type).replace('.', '/');
    if (folder.equals(below)) {
      return Optional.of("");
    }
    return folder.endsWith("/" + below)
        ? Optional.of(folder.substring(0, folder.length() - below.length() - 1))
        : Optional.empty();
  }
}
