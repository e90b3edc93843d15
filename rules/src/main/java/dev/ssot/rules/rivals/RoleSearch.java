package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.Standing;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds every type against the canonical of a declared role.
 *
 * <p>A type is a rival when its confidence reaches the role's threshold and at least two channels
 * speak up, or one and the policy. Two sides of one thing (encoder and decoder) have to show more.
 */
final class RoleSearch {

  private static final int HIGHEST = 99;
  private static final int BONUS_FOR_SIDES = 20;
  private static final int BONUS_FOR_FAMILY = 10;
  private static final double POLICY_SPEAKS = 0.45;
  private static final double NEAR_TOTAL = 0.85;
  private static final int MANY_BODIES = 25;
  private static final double COPIED = 0.5;

  private final Codebase codebase;
  private final Role role;
  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final LikenessMeasure measure;
  private final Classifier classifier;
  private final Shims shims;
  private final List<Pattern> names;
  private final Map<PolicyText, AccessPattern> unrelated = new LinkedHashMap<>();
  private final Map<String, PolicyText> unmatched = new TreeMap<>();
  private int looked;

  RoleSearch(
      Codebase codebase,
      Role role,
      ProfileIndex index,
      Hierarchy hierarchy,
      Classifier classifier) {
    this.codebase = codebase;
    this.role = role;
    this.index = index;
    this.hierarchy = hierarchy;
    this.measure = new LikenessMeasure(codebase, index, hierarchy);
    this.classifier = classifier;
    this.shims = new Shims(hierarchy);
    this.names = role.recognition().names().stream().map(name -> glob(name.value())).toList();
    for (PolicyText text : role.unrelated()) {
      unrelated.put(text, AccessPattern.parse(text.value()));
      unmatched.put(text.value(), text);
    }
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile(
        List.of(pattern.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  /** A type that reaches the threshold, with what the policy said for it. */
  record Found(TypeEntry entry, Strengths strengths, String policy) {}

  /** What the search comes to, before the evidence is written down. */
  record Outcome(
      List<TypeEntry> declarations,
      List<Found> found,
      Set<String> shims,
      int looked,
      List<PolicyText> unmatched) {}

  Outcome run() {
    List<TypeEntry> declarations = codebase.declarations(role.canonical().value());
    Optional<TypeEntry> canonical = declarations.stream().findFirst();
    List<Found> found = new ArrayList<>();
    Set<String> forwarding = new TreeSet<>();
    for (TypeEntry entry : codebase.types()) {
      boolean unrelated = isUnrelated(entry.name());
      if (entry.name().equals(role.canonical().value())
          || unrelated
          || classifier.classify(entry) != TypeClass.IMPLEMENTATION) {
        continue;
      }
      if (canonical.isPresent() && isShim(entry, canonical.get())) {
        forwarding.add(entry.name());
        continue;
      }
      looked++;
      judge(entry, canonical).ifPresent(found::add);
    }
    withoutShimsOfRivals(found);
    found.sort(Comparator.comparing(one -> one.entry().location()));
    return new Outcome(
        declarations, found, forwarding, looked, new ArrayList<>(unmatched.values()));
  }

  /** What a type is beside the canonical if nothing but its likeness counts, and why. */
  Standings.Seen opinion(TypeEntry entry, TypeEntry canonical) {
    TypeClass own = classifier.classify(entry);
    if (own != TypeClass.IMPLEMENTATION) {
      return new Standings.Seen(Standing.UNRELATED, own.reason());
    }
    Strengths strengths = new Strengths(measure.between(index.of(canonical), index.of(entry)));
    String confidence = "the channels together give %s %%".formatted(strengths.confidence());
    return judge(entry, Optional.of(canonical))
        .map(found -> new Standings.Seen(Standing.RIVAL, confidence))
        .orElseGet(() -> new Standings.Seen(Standing.UNRELATED, confidence + ", too little for a rival"));
  }

  private boolean isUnrelated(String name) {
    boolean any = false;
    for (Map.Entry<PolicyText, AccessPattern> text : unrelated.entrySet()) {
      if (Patterns.covers(text.getValue(), name)) {
        unmatched.remove(text.getKey().value());
        any = true;
      }
    }
    return any;
  }

  private boolean isShim(TypeEntry entry, TypeEntry canonical) {
    return hierarchy.related(entry, canonical) || shims.forwards(entry, canonical);
  }

  private Optional<Found> judge(TypeEntry entry, Optional<TypeEntry> canonical) {
    PolicySign sign = PolicySign.of(role, names, entry.type());
    if (canonical.isEmpty()) {
      return judgeByPolicy(entry, sign);
    }
    Likeness likeness = measure.between(index.of(canonical.get()), index.of(entry));
    Strengths strengths = new Strengths(likeness);
    strengths.addPolicy(sign.strength());
    boolean namesake =
        entry.type().simpleName().equals(canonical.get().type().simpleName())
            && strengths.addNamesake(likeness.sharedMembers());
    int channels =
        strengths.significant() + (sign.strength() >= POLICY_SPEAKS ? 1 : 0) + (namesake ? 1 : 0);
    boolean nearTotal = likeness.bodies() >= NEAR_TOTAL && likeness.sharedBodies() >= MANY_BODIES;
    boolean enough =
        strengths.confidence() >= Math.min(HIGHEST, role.recognition().threshold())
            && (channels >= 2 || nearTotal)
            && substantial(strengths, sign, likeness, namesake)
            && outweighs(entry, canonical.get(), likeness, strengths.confidence());
    return enough ? Optional.of(new Found(entry, strengths, sign.sentence())) : Optional.empty();
  }

  /**
   * Words and fields alone, without a member or a body in common, are the neighbourhood's; and one
   * or two members in common, or a few among other words, are chance where the names differ.
   */
  private static boolean substantial(
      Strengths strengths, PolicySign sign, Likeness likeness, boolean namesake) {
    boolean members =
        strengths.of(Channel.MEMBERS) > 0.2
            && (namesake || (likeness.sharedMembers() >= 3 && likeness.vocabulary() >= 0.1));
    return members
        || strengths.of(Channel.BODIES) > 0.25
        || strengths.of(Channel.CONSTANTS) >= 1
        || sign.members() >= 2;
  }

  private Optional<Found> judgeByPolicy(TypeEntry entry, PolicySign sign) {
    Strengths strengths = Strengths.ofPolicyAlone(sign.strength());
    boolean enough =
        sign.members() >= 2 && strengths.confidence() >= role.recognition().threshold();
    return enough ? Optional.of(new Found(entry, strengths, sign.sentence())) : Optional.empty();
  }

  /**
   * Whether a confidence holds against what else could explain the likeness: of two sides of one
   * thing, such as encoder and decoder, only one that copies code is a rival.
   */
  private boolean outweighs(
      TypeEntry entry, TypeEntry canonical, Likeness likeness, int confidence) {
    Naming.Relation relation = Naming.relation(entry.name(), canonical.name());
    if (relation == Naming.Relation.MIRRORED && likeness.bodies() < COPIED) {
      return false;
    }
    boolean family = !measure.commonAncestors(entry, canonical).isEmpty();
    return confidence >= Math.min(HIGHEST, threshold(relation, family));
  }

  private int threshold(Naming.Relation relation, boolean family) {
    boolean sides = relation == Naming.Relation.MIRRORED || relation == Naming.Relation.SPECIALISED;
    return relation == Naming.Relation.REPLICATED && family
        ? HIGHEST
        : role.recognition().threshold()
            + (sides ? BONUS_FOR_SIDES : 0)
            + (family ? BONUS_FOR_FAMILY : 0);
  }

  /** A type that only forwards to a rival does no job of its own. */
  private void withoutShimsOfRivals(List<Found> found) {
    Set<TypeEntry> forwarding = new HashSet<>();
    for (Found one : found) {
      for (Found other : found) {
        if (one.entry().id() != other.entry().id() && shims.forwards(one.entry(), other.entry())) {
          forwarding.add(one.entry());
        }
      }
    }
    found.removeIf(one -> forwarding.contains(one.entry()));
  }

  /**
   * What a policy's names and member names say of a type.
   *
   * @param members number of the role's member names that the type declares
   */
  record PolicySign(double strength, int members, String sentence) {

    private static final int ENOUGH = 4;

    static PolicySign of(Role role, List<Pattern> names, TypeFact type) {
      Set<String> declared =
          type.methods().stream().map(method -> method.name()).collect(Collectors.toSet());
      List<String> shared =
          role.recognition().members().stream().filter(declared::contains).sorted().toList();
      boolean named = names.stream().anyMatch(name -> name.matcher(type.simpleName()).matches());
      int enough = Math.max(1, Math.min(ENOUGH, role.recognition().members().size()));
      double byMembers = Math.min(1.0, (double) shared.size() / enough);
      double strength = 1 - (1 - 0.8 * byMembers) * (named ? 0.5 : 1);
      return new PolicySign(strength, shared.size(), sentence(named, shared));
    }

    private static String sentence(boolean named, List<String> shared) {
      String byName = named ? "the name matches a pattern of the role" : "";
      String byMembers =
          shared.isEmpty() ? "" : "it declares the role's members " + String.join(", ", shared);
      return byName.isEmpty() || byMembers.isEmpty()
          ? byName + byMembers
          : byName + ", and " + byMembers;
    }
  }
}
