package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.ImportFact;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeKind;
import dev.ssot.rules.model.DottedNames;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What explains that two types are alike without one of them being one too many.
 *
 * <p>Each reason is one that a maintainer would give for keeping both. Not safe for concurrent use.
 */
final class OtherReasons {

  private static final Pattern OF_OTHERS =
      Pattern.compile("\\.(shaded?|relocated|repackaged|repackage|vendor|third_?party)\\.");
  private static final Pattern EXAMPLES =
      Pattern.compile("(^|\\.)(examples?|samples?|demos?|tutorials?)(\\.|$)");

  /** What the path of a multi-release jar's edition for newer platforms has before its number. */
  static final String OVERLAY = "META-INF/versions/";

  private final Codebase codebase;
  private final Hierarchy hierarchy;
  private final LikenessMeasure measure;
  private final Set<String> packages;
  private final IdentityHashMap<SourceUnit, Set<String>> foreign = new IdentityHashMap<>();

  OtherReasons(Codebase codebase, Hierarchy hierarchy, LikenessMeasure measure) {
    this.codebase = codebase;
    this.hierarchy = hierarchy;
    this.measure = measure;
    this.packages = codebase.packagesOfFiles();
  }

  /** Whether there is any. */
  boolean explain(TypeEntry one, TypeEntry other) {
    return hierarchy.related(one, other)
        || areOfOthers(one, other)
        || (isExample(one) && isExample(other))
        || isOverlay(one)
        || isOverlay(other)
        || areMadeInPairs(one, other)
        || useOtherApis(one, other)
        || (!succeeds(one, other)
            && (Naming.haveOtherNumbers(one.name(), other.name()) || haveOtherParents(one, other)));
  }

  /** Whether one of the two is deprecated, and the other is not. */
  static boolean succeeds(TypeEntry one, TypeEntry other) {
    return one.type().isDeprecated() != other.type().isDeprecated();
  }

  /** Code that somebody else maintains and that was only copied in, as its package says. */
  private static boolean areOfOthers(TypeEntry one, TypeEntry other) {
    return OF_OTHERS.matcher(one.name()).find() && OF_OTHERS.matcher(other.name()).find();
  }

  /** Programs that show something repeat each other, so that each can be read alone. */
  private static boolean isExample(TypeEntry entry) {
    return EXAMPLES.matcher(entry.unit().packageName()).find();
  }

  /** A multi-release jar's edition of a type for newer platforms. */
  private static boolean isOverlay(TypeEntry entry) {
    return entry.unit().path().contains(OVERLAY);
  }

  private static boolean areMadeInPairs(TypeEntry one, TypeEntry other) {
    return Naming.relation(one.name(), other.name()).isDeliberate()
        || Naming.isOfPrimitives(one.name(), other.name());
  }

  /**
   * Each inherits from a type that has no counterpart of its name above the other, or they extend
   * two classes of the codebase.
   */
  boolean haveOtherParents(TypeEntry one, TypeEntry other) {
    Set<String> classes = lastNames(parentClasses(one));
    Set<String> others = lastNames(parentClasses(other));
    if (!classes.isEmpty() && !others.isEmpty() && !classes.equals(others)) {
      return true;
    }
    Set<String> common = lastNames(measure.commonAncestors(one, other));
    return hasParentOfItsOwn(one, other, common) && hasParentOfItsOwn(other, one, common);
  }

  private boolean hasParentOfItsOwn(TypeEntry one, TypeEntry other, Set<String> common) {
    Set<String> own = lastNames(measure.tellingParents(one));
    own.removeAll(common);
    own.removeAll(lastNames(measure.tellingParents(other)));
    return !own.isEmpty();
  }

  private Set<String> parentClasses(TypeEntry entry) {
    Set<String> classes = measure.tellingParents(entry);
    classes.removeIf(
        name -> codebase.type(name).filter(type -> type.type().kind() == TypeKind.CLASS).isEmpty());
    return classes;
  }

  /** Both import one name, from two libraries: the same code for either. */
  boolean useOtherApis(TypeEntry one, TypeEntry other) {
    Set<String> left = foreign(one);
    Set<String> right = foreign(other);
    Set<String> onlyLeft = lastNames(without(left, right));
    onlyLeft.retainAll(lastNames(without(right, left)));
    return !onlyLeft.isEmpty();
  }

  /** The names that the file of a type imports from libraries. */
  private Set<String> foreign(TypeEntry entry) {
    return foreign.computeIfAbsent(
        entry.unit(),
        unit ->
            unit.imports().stream()
                .filter(single -> !isOfCodebase(single))
                .map(ImportFact::name)
                .collect(Collectors.toSet()));
  }

  private boolean isOfCodebase(ImportFact single) {
    return !codebase.declarations(single.name()).isEmpty()
        || !codebase.declarations(single.qualifier()).isEmpty()
        || packages.contains(single.name());
  }

  private static Set<String> without(Set<String> from, Set<String> what) {
    Set<String> rest = new HashSet<>(from);
    rest.removeAll(what);
    return rest;
  }

  private static Set<String> lastNames(Set<String> names) {
    return names.stream().map(DottedNames::last).collect(Collectors.toCollection(HashSet::new));
  }
}
