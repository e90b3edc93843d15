package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.Mentions;
import dev.ssot.rules.codebase.Mentions.Names;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is different in a codebase from what it was at an earlier look. Immutable. */
public final class Changes {

  private final Codebase before;
  private final Set<String> names = new HashSet<>();
  private final boolean sameNames;
  private final boolean sameOutline;
  private final boolean samePackages;
  private final Names simpleNames;
  private final Mentions mentions;

  /** Paths of the files that are others, or there no longer, or new. */
  private final Set<String> files = new HashSet<>();

  /** Types of files that have changed, or whose names may lead elsewhere. */
  private final Set<String> unsettled = new HashSet<>();

  /**
   * The differences of two states.
   *
   * @param mentions by which names files may reach types
   */
  Changes(Codebase before, Codebase now, Mentions mentions) {
    this.before = before;
    this.mentions = mentions;
    List<SourceUnit> earlier = before.units();
    List<SourceUnit> units = now.units();
    int most = Math.min(earlier.size(), units.size());
    int head = 0;
    while (head < most && earlier.get(head).isVery(units.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && earlier.get(earlier.size() - 1 - tail).isVery(units.get(units.size() - 1 - tail))) {
      tail++;
    }
    List<SourceUnit> were = earlier.subList(head, earlier.size() - tail);
    List<SourceUnit> are = units.subList(head, units.size() - tail);
    addOnlyIn(are, were);
    addOnlyIn(were, are);
    List<TypeFact.Name> come = namesOnlyIn(are, were);
    List<TypeFact.Name> gone = namesOnlyIn(were, are);
    come.forEach(name -> names.add(name.qualified()));
    gone.forEach(name -> names.add(name.qualified()));
    sameNames = come.equals(gone);
    sameOutline = Codebase.areAlike(were, are, Changes::haveSameOutline);
    samePackages = sameOutline || before.packagesOfFiles().equals(now.packagesOfFiles());
    simpleNames = Names.of(names);
    unsettled.addAll(names);
    if (!sameNames) {
      mentions.keepOnly(before);
      for (SourceUnit unit : units) {
        if (mentions.any(unit, simpleNames)) {
          unit.types().forEach(type -> unsettled.add(type.qualifiedName()));
        }
      }
    }
  }

  private static Stream<SourceUnit> onlyIn(List<SourceUnit> ones, List<SourceUnit> others) {
    Set<SourceUnit> there = Collections.newSetFromMap(new IdentityHashMap<>());
    there.addAll(others);
    return ones.stream().filter(unit -> !there.contains(unit));
  }

  private void addOnlyIn(List<SourceUnit> ones, List<SourceUnit> others) {
    onlyIn(ones, others).forEach(unit -> files.add(unit.path()));
  }

  /** The names of the types of files of one state that are not in the other as they are here. */
  private static List<TypeFact.Name> namesOnlyIn(List<SourceUnit> ones, List<SourceUnit> others) {
    return onlyIn(ones, others)
        .flatMap(unit -> unit.types().stream())
        .map(TypeFact::name)
        .sorted(
            Comparator.comparing(TypeFact.Name::qualified).thenComparing(TypeFact.Name::enclosing))
        .toList();
  }

  private static boolean haveSameOutline(SourceUnit one, SourceUnit other) {
    return one.path().equals(other.path())
        && one.kind() == other.kind()
        && one.packageName().equals(other.packageName())
        && Codebase.matchEach(one.imports(), other.imports(), Changes::areSameButForPlaces)
        && Codebase.matchEach(one.types(), other.types(), Changes::haveSameHead);
  }

  private static boolean areSameButForPlaces(ImportFact one, ImportFact other) {
    return one.path() == other.path() && one.name().equals(other.name());
  }

  private static boolean haveSameHead(TypeFact one, TypeFact other) {
    return one.name().equals(other.name())
        && one.declaration().supertypes().equals(other.declaration().supertypes());
  }

  /** Whether these are the changes since an earlier state. */
  public boolean areSince(Codebase earlier) {
    return before.isVery(earlier);
  }

  /**
   * Whether there are the same types in the same order, and every file names them as it did: then
   * each name leads to the type that it led to.
   */
  public boolean keepOutline() {
    return sameOutline;
  }

  /** Whether there are files of the same packages. */
  boolean keepPackages() {
    return samePackages;
  }

  /** Whether files with some paths are what they were. */
  public boolean keepFiles(Set<String> paths) {
    return Collections.disjoint(paths, files);
  }

  /** Whether one of some types, by qualified name, stands in a file that has changed. */
  boolean touch(Set<String> types) {
    return !Collections.disjoint(types, names);
  }

  /**
   * Whether each name that a file has leads to the type that it led to, if the file has not
   * changed.
   */
  public boolean keepNamesIn(SourceUnit unit) {
    return sameNames || !mentions.any(unit, simpleNames);
  }

  /** Whether a file may reach types by some simple names. */
  boolean mentions(SourceUnit unit, Names some) {
    return mentions.any(unit, some);
  }

  /** Whether some super-types, by qualified name, still are what they were, and have theirs. */
  boolean keepParents(Set<String> supertypes) {
    return Collections.disjoint(supertypes, unsettled);
  }
}
