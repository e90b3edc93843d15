package dev.ssot.rules.scan;

import dev.ssot.rules.catalog.Bytecode;
import dev.ssot.rules.catalog.Rule;
import dev.ssot.rules.codebase.Agreement;
import dev.ssot.rules.codebase.Agreement.Mismatch;
import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.UserRules;
import dev.ssot.rules.codebase.bytecode.ArchRules;
import dev.ssot.rules.codebase.bytecode.ClassReader;
import dev.ssot.rules.codebase.bytecode.ClassReader.Classes;
import dev.ssot.rules.codebase.source.SourceReader.Sources;
import dev.ssot.rules.model.AccessPath;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the class files of a scan, if a rule needs them or somebody has asked for them, and holds
 * them against the sources.
 *
 * @param problems what was wrong with them, in the order of roots
 * @param seen all that it depends on beside the sources, if it can be known again
 */
record ClassReading(Bytecode bytecode, List<Problem> problems, Optional<ClassesSeen> seen) {

  private static final String SOURCES = "src/main/java";
  private static final List<String> BUILT = List.of("target/classes", "build/classes/java/main");
  private static final int EXAMPLES = 3;

  ClassReading {
    problems = List.copyOf(problems);
  }

  /** No class files, as those at hand are of another state of the sources. */
  static ClassReading none() {
    return new ClassReading(Bytecode.none(), List.of(), Optional.of(ClassesSeen.none()));
  }

  /**
   * Reads them.
   *
   * @throws ScanRefusal if a root has no class file, or a rule of the user cannot be evaluated
   */
  static ClassReading of(ScanRequest request, List<Rule> rules, Sources sources) {
    if (!isNeeded(request, rules)) {
      return none();
    }
    ClassSelection selection = request.classes();
    List<Path> named = selection.named();
    List<Path> places = named.isEmpty() ? besideSources(request.base(), sources) : named;
    List<Path> roots =
        named.isEmpty() ? places.stream().filter(Files::isDirectory).toList() : named;
    Classes read =
        new ClassReader(request.base(), request.threads()).read(roots, request.cache().classes());
    if (selection.isGiven() && !read.empty().isEmpty()) {
      throw new ScanRefusal(
          "There is no class file in `%s`\n  help: compile the code first, or name the folder that the packages begin in"
              .formatted(read.empty().get(0)));
    }
    List<Problem> problems = new ArrayList<>(read.problems());
    Map<String, Boolean> asked = new ConcurrentHashMap<>();
    Agreement agreement =
        new Agreement(sources.codebase(), read.files(), present(request.base(), sources, asked));
    List<Mismatch> mismatches = agreement.mismatches();
    problems.addAll(outdated(mismatches, selection.isGiven()));
    ClassFiles files =
        read.files()
            .without(
                mismatches.stream()
                    .flatMap(mismatch -> mismatch.classes().stream())
                    .collect(Collectors.toSet()));
    int uncompiled = files.isEmpty() ? 0 : agreement.uncompiled().size();
    UserRules userRules = userRules(selection, roots);
    // What rules of the user read is known to them alone.
    boolean known = read.states().keySet().containsAll(roots) && selection.ruleClasses().isEmpty();
    return new ClassReading(
        new Bytecode(files, read.look(), uncompiled, userRules),
        problems,
        known ? Optional.of(ClassesSeen.of(places, read.states(), asked)) : Optional.empty());
  }

  /**
   * The same with classes that stand in no file; the same as it is where no class file was read.
   *
   * @param planted whose calls are given what their parameters say
   */
  ClassReading with(List<ClassFact> planted) {
    if (bytecode.files().isEmpty()) {
      return this;
    }
    return new ClassReading(
        new Bytecode(
            bytecode.files().with(planted),
            new PlantedLook(bytecode.look(), planted),
            bytecode.uncompiled(),
            bytecode.userRules()),
        problems,
        Optional.empty());
  }

  /** Whether somebody has asked for class files, or a rule needs them. */
  static boolean isNeeded(ScanRequest request, List<Rule> rules) {
    ClassSelection selection = request.classes();
    return selection.isGiven()
        || !selection.ruleClasses().isEmpty()
        || rules.stream().anyMatch(rule -> rule.needsClassFiles(request.policy()));
  }

  /** Whether a finding would be there again, as far as class files matter for it. */
  boolean wouldShow(BaselineEntry entry) {
    return !bytecode.files().isEmpty()
        || !entry.about().startsWith(AccessPath.CLASS_FILE.words() + " ");
  }

  /** The folders into which Maven and Gradle compile the source roots of a scan. */
  private static List<Path> besideSources(Path base, Sources sources) {
    TreeSet<String> modules = new TreeSet<>();
    for (SourceUnit unit : sources.codebase().units()) {
      String root = unit.root();
      if (root.equals(SOURCES) || root.endsWith("/" + SOURCES)) {
        modules.add(root.substring(0, root.length() - SOURCES.length()));
      }
    }
    return modules.stream()
        .flatMap(module -> BUILT.stream().map(folder -> base.resolve(module + folder)))
        .toList();
  }

  /**
   * Whether a file is there of which not all, or nothing, is in the codebase.
   *
   * @param asked takes the places that were looked at, and whether something was there
   */
  private static Predicate<String> present(Path base, Sources sources, Map<String, Boolean> asked) {
    Set<String> unseen = new HashSet<>();
    for (String path : sources.unseen()) {
      unseen.add(path);
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        unseen.add(path.substring(slash + 1));
      }
    }
    Set<String> read = new HashSet<>();
    sources.codebase().units().forEach(unit -> read.add(unit.path()));
    return path ->
        unseen.contains(path)
            || (!read.contains(path)
                && asked.computeIfAbsent(
                    base.resolve(path).toString(), place -> Files.exists(Path.of(place))));
  }

  /** Outdated class files fail a scan that was asked to read them, and are a remark otherwise. */
  private static List<Problem> outdated(List<Mismatch> mismatches, boolean given) {
    Map<String, List<Mismatch>> byRoot = new TreeMap<>();
    mismatches.forEach(
        one -> byRoot.computeIfAbsent(one.root(), key -> new ArrayList<>()).add(one));
    List<Problem> problems = new ArrayList<>();
    byRoot.forEach(
        (root, some) -> {
          List<String> causes = some.stream().map(Mismatch::cause).limit(EXAMPLES).toList();
          String more = some.size() > EXAMPLES ? "; and more" : "";
          problems.add(
              new Problem(
                  given ? Problem.Kind.OUTDATED : Problem.Kind.REMARK,
                  root,
                  0,
                  "%s of its types do not agree with their sources and were left out: %s%s"
                      .formatted(some.size(), String.join("; ", causes), more),
                  "compile the sources again, from nothing"));
        });
    return problems;
  }

  private static UserRules userRules(ClassSelection selection, List<Path> roots) {
    if (selection.ruleClasses().isEmpty()) {
      return UserRules.none();
    }
    if (roots.isEmpty()) {
      throw new ScanRefusal(
          "The ArchUnit rules have no class files to judge\n  help: compile the sources, or name"
              + " folders and archives with --classes");
    }
    try {
      return new ArchRules(selection.ruleClassPath(), selection.ruleClasses()).evaluate(roots);
    } catch (ArchRules.Failure e) {
      throw new ScanRefusal(String.valueOf(e.getMessage()));
    }
  }
}
