package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.Modifier;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the {@link JobModel} looks at when a type is held against a canonical: for each trait how
 * much of either is in both and how much that is, and what else explains or denies a likeness.
 *
 * <p>Weights of features are measured in features that one type alone has, so that values mean the
 * same in small and large codebases. Not safe for concurrent use.
 */
final class JobFeatures {

  private final Affinity affinity;
  private final ProfileIndex index;
  private final LikenessMeasure measure;
  private final OtherReasons reasons;
  private final Hierarchy hierarchy;
  private final Classifier classifier;
  private final Shims shims;
  private final Wordings wordings;
  private final double rarest;

  JobFeatures(
      Affinity affinity,
      ProfileIndex index,
      LikenessMeasure measure,
      OtherReasons reasons,
      Hierarchy hierarchy,
      Classifier classifier,
      Shims shims) {
    this.affinity = affinity;
    this.index = index;
    this.measure = measure;
    this.reasons = reasons;
    this.hierarchy = hierarchy;
    this.classifier = classifier;
    this.shims = shims;
    this.wordings = new Wordings(index);
    this.rarest = index.rarity().ofOneType();
  }

  /** The features of a pair by name, always in the same order; yes is 1 and no is 0. */
  Map<String, Double> of(TypeEntry canonical, TypeEntry entry, Likeness likeness) {
    Map<String, Double> features = new LinkedHashMap<>();
    addTraits(features, index.of(canonical), index.of(entry));
    features.put("affinity.canonical", affinity.score(canonical, entry));
    features.put("affinity.other", affinity.score(entry, canonical));
    features.put("unforced-members", likeness.members());
    features.put("unforced-members.count", (double) likeness.sharedMembers());
    features.put("rare-constants.count", (double) likeness.constants());
    wordings.add(features, canonical, entry);
    addType(features, "canonical", canonical);
    addType(features, "other", entry);
    addRelation(features, canonical, entry);
    addNames(features, canonical, entry);
    return features;
  }

  private void addTraits(Map<String, Double> features, Profile canonical, Profile other) {
    for (Trait trait : Trait.values()) {
      String name = trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
      addOverlap(features, name, index.overlap(trait, canonical, other));
    }
  }

  private void addOverlap(Map<String, Double> features, String name, Overlap overlap) {
    features.put(name + ".canonical", overlap.ofLeft());
    features.put(name + ".other", overlap.ofRight());
    features.put(name + ".shared", StrictMath.log1p(overlap.shared() / rarest));
  }

  private void addType(Map<String, Double> features, String which, TypeEntry entry) {
    TypeFact type = entry.type();
    features.put(which + ".methods", (double) type.methods().size());
    features.put(which + ".fields", (double) type.fields().size());
    features.put(which + ".tokens", (double) type.tokens());
    features.put(which + ".static", shareOfStatic(type.methods()));
    features.put(which + ".deprecated", number(type.isDeprecated()));
    features.put(which + ".nested", number(!type.isTopLevel()));
    features.put(
        which + ".stands-alone", number(classifier.classify(entry) == TypeClass.IMPLEMENTATION));
  }

  private static double shareOfStatic(List<MethodFact> all) {
    List<MethodFact> methods = all.stream().filter(method -> !method.isConstructor()).toList();
    long ofType =
        methods.stream()
            .filter(method -> method.traits().modifiers().contains(Modifier.STATIC))
            .count();
    return methods.isEmpty() ? 0 : (double) ofType / methods.size();
  }

  private void addRelation(Map<String, Double> features, TypeEntry canonical, TypeEntry entry) {
    features.put("same-kind", number(canonical.type().kind() == entry.type().kind()));
    features.put("same-tree", number(canonical.unit().root().equals(entry.unit().root())));
    features.put("same-package", number(canonical.isPackagedWith(entry)));
    features.put("common-ancestors", (double) measure.commonAncestors(canonical, entry).size());
    features.put("family", number(measure.isFamily(canonical, entry)));
    features.put("related", number(hierarchy.related(canonical, entry)));
    features.put("names-it.canonical", number(mentions(canonical, entry)));
    features.put("names-it.other", number(mentions(entry, canonical)));
    features.put("forwards", number(shims.forwards(entry, canonical)));
    features.put("other-parents", number(reasons.haveOtherParents(canonical, entry)));
    features.put("other-apis", number(reasons.useOtherApis(canonical, entry)));
    features.put("other-reasons", number(reasons.explain(canonical, entry)));
  }

  /** Whether the code of a top-level type names another type, which has another name. */
  private boolean mentions(TypeEntry user, TypeEntry used) {
    int name = index.table(Trait.CONTEXT).number(used.type().simpleName());
    return name >= 0
        && !user.isNamesakeOf(used)
        && Arrays.binarySearch(index.of(user).of(Trait.CONTEXT), name) >= 0;
  }

  private static void addNames(Map<String, Double> features, TypeEntry canonical, TypeEntry entry) {
    Naming.Relation relation = Naming.relation(canonical.name(), entry.name());
    for (Naming.Relation one : Naming.Relation.values()) {
      features.put("names." + one.name().toLowerCase(Locale.ROOT), number(one == relation));
    }
    features.put(
        "names.of-primitives", number(Naming.isOfPrimitives(canonical.name(), entry.name())));
    features.put(
        "names.same-noun", number(lastWord(canonical.type()).equals(lastWord(entry.type()))));
  }

  private static String lastWord(TypeFact type) {
    List<String> words = Words.split(type.simpleName());
    return words.isEmpty() ? type.simpleName() : words.get(words.size() - 1);
  }

  private static double number(boolean yes) {
    return yes ? 1 : 0;
  }
}
