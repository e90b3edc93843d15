package dev.ssot.rules.codebase.bytecode;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.model.SlashedPaths;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/** Lets ArchUnit import class files of one root, some hundreds at a time. */
final class Importer {

  private static final int AT_ONCE = 400;

  private final ClassRoot root;
  private final FactReader reader;

  Importer(ClassRoot root, FactReader reader) {
    this.root = root;
    this.reader = reader;
  }

  /**
   * Reads entries of the root.
   *
   * @param damaged takes those of which ArchUnit made nothing
   */
  void read(List<String> entries, Consumer<ClassFact> facts, List<String> damaged)
      throws IOException {
    for (int start = 0; start < entries.size(); start += AT_ONCE) {
      List<String> some = entries.subList(start, Math.min(start + AT_ONCE, entries.size()));
      readTogether(some, facts, damaged);
    }
  }

  /** A class file that makes the import of all fail is searched for by halves. */
  private void readTogether(List<String> some, Consumer<ClassFact> facts, List<String> damaged)
      throws IOException {
    List<ClassFact> read = new ArrayList<>();
    try {
      Set<String> seen = new HashSet<>();
      for (JavaClass type : imported(some)) {
        String entry = entry(type);
        seen.add(entry);
        read.add(reader.read(type, root, entry));
      }
      some.stream().filter(entry -> !seen.contains(entry)).forEach(damaged::add);
    } catch (RuntimeException | StackOverflowError e) {
      if (some.size() == 1) {
        damaged.addAll(some);
        return;
      }
      int half = some.size() / 2;
      readTogether(some.subList(0, half), facts, damaged);
      readTogether(some.subList(half, some.size()), facts, damaged);
      return;
    }
    read.forEach(facts);
  }

  private JavaClasses imported(List<String> entries) throws IOException {
    Set<String> wanted = Set.copyOf(entries);
    if (!root.isArchive()) {
      List<Path> files = entries.stream().map(root.file()::resolve).toList();
      return isolated(() -> new ClassFileImporter().importPaths(files));
    }
    try (JarFile archive = new JarFile(root.file().toFile(), false)) {
      return isolated(
          () ->
              new ClassFileImporter()
                  .withImportOption(location -> wanted.contains(entryInArchive(location.asURI())))
                  .importLocations(Set.of(Location.of(archive))));
    }
  }

  /** Imports without looking for missing classes on the class path of this program. */
  static JavaClasses isolated(Supplier<JavaClasses> work) {
    return ArchConfiguration.withThreadLocalScope(
        (ArchConfiguration configuration) -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          configuration.setMd5InClassSourcesEnabled(false);
          return work.get();
        });
  }

  private String entry(JavaClass type) {
    URI uri = type.getSource().orElseThrow().getUri();
    return root.isArchive()
        ? entryInArchive(uri)
        : SlashedPaths.of(root.file().relativize(Path.of(uri)));
  }

  /** The path in the archive of a URI such as {@code jar:file:/a.jar!/b/C.class}. */
  private static String entryInArchive(URI uri) {
    String text = uri.getSchemeSpecificPart();
    String decoded = text.contains("%") ? URI.create(text).getPath() : text;
    return decoded.substring(decoded.lastIndexOf("!/") + 2);
  }
}
