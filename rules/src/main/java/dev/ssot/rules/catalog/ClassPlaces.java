package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.ClassFact;
import dev.ssot.rules.codebase.ClassFiles;
import dev.ssot.rules.codebase.ClassNames;
import dev.ssot.rules.codebase.ClassUse;
import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Later;
import dev.ssot.rules.codebase.SourceKind;
import dev.ssot.rules.model.DottedNames;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.Sighting;
import dev.ssot.rules.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Where what class files show stands in the sources. Safe for concurrent use. */
final class ClassPlaces {

  private final Codebase codebase;
  private final CloserLook closer;
  private final Map<String, Optional<TypeEntry>> sources = new ConcurrentHashMap<>();
  private final Later<List<ClassFact>> judged;

  /**
   * The places of what some class files show.
   *
   * @param unseen whether a type seems to stand in a file that was not read
   */
  ClassPlaces(Codebase codebase, ClassFiles files, CloserLook closer, Predicate<String> unseen) {
    this.codebase = codebase;
    this.closer = closer;
    this.judged = Later.by(() -> select(files, unseen));
  }

  /** The classes that rules judge: neither tests nor generated nor excluded ones. */
  List<ClassFact> judged() {
    return judged.get();
  }

  private List<ClassFact> select(ClassFiles files, Predicate<String> unseen) {
    List<ClassFact> selected = new ArrayList<>();
    for (ClassFact fact : files.classes()) {
      Optional<TypeEntry> source = source(fact);
      boolean kept =
          source.isPresent()
              ? source.get().unit().kind() == SourceKind.PRODUCTION
              : !unseen.test(fact.topLevel());
      if (kept) {
        selected.add(fact);
      }
    }
    return List.copyOf(selected);
  }

  /** The declaration of the outermost type that a class was compiled from. */
  private Optional<TypeEntry> source(ClassFact fact) {
    return sources.computeIfAbsent(fact.topLevel(), name -> lookUp(name, fact));
  }

  /** Of several source trees that declare the type the one that is nearest to the class file. */
  private Optional<TypeEntry> lookUp(String name, ClassFact fact) {
    String file = fact.origin().sourceFile();
    return codebase.declarations(name).stream()
        .filter(entry -> file.isEmpty() || ("/" + entry.unit().path()).endsWith("/" + file))
        .max(Comparator.comparingInt(entry -> common(entry.unit().path(), fact.origin().root())));
  }

  private static int common(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int i = 0;
    while (i < length && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  /** The place of a word on a line of the source; in the class file where no source is known. */
  Location location(ClassFact fact, int line, String word) {
    Optional<TypeEntry> source = source(fact);
    if (source.isEmpty()) {
      int shown = Math.max(1, line);
      return new Location(fact.origin().path(), new Region(shown, 1, shown, 1));
    }
    TypeEntry entry = source.get();
    return line == 0
        ? declaration(fact).orElse(entry).location()
        : new Location(entry.unit().path(), closer.place(entry.unit(), line, word));
  }

  /** The declaration of the type that contains the code of a class. */
  private Optional<TypeEntry> declaration(ClassFact fact) {
    String name = fact.sourceType();
    return source(fact)
        .flatMap(
            outer ->
                codebase.declarations(name).stream()
                    .filter(entry -> entry.unit().equals(outer.unit()))
                    .findFirst());
  }

  /** Where a field is declared. */
  Location field(ClassFact fact, String field) {
    Optional<TypeEntry> type = declaration(fact);
    return type.stream()
        .flatMap(entry -> entry.type().fields().stream())
        .filter(one -> one.name().equals(field))
        .findFirst()
        .map(one -> new Location(type.orElseThrow().unit().path(), oneLine(one.region())))
        .orElseGet(() -> location(fact, 0, field));
  }

  /** A region on its first line, so that it can be shown in a difference. */
  private static Region oneLine(Region region) {
    return region.endLine() == region.line()
        ? region
        : new Region(region.line(), region.column(), region.line(), region.column());
  }

  Sighting sighting(ClassFact fact, ClassUse use) {
    return new Sighting(use.words(), location(fact, use.line(), word(use)), fact.origin().path());
  }

  /** What the source has on the line of a use: the name of the member, or of the type. */
  static String word(ClassUse use) {
    boolean type = use.name().isEmpty() || use.name().startsWith("<");
    return type ? DottedNames.last(ClassNames.sourceType(use.owner())) : use.name();
  }

  /** The logical place of a method of a class. */
  static Subject subject(ClassFact fact, String method) {
    String type = fact.sourceType();
    return switch (method) {
      case "<init>" -> new Subject(type, DottedNames.last(type));
      case "<clinit>" -> Subject.ofType(type);
      default -> new Subject(type, method);
    };
  }
}
