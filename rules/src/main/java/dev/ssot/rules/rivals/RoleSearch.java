package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import dev.ssot.rules.model.AccessPattern;
import dev.ssot.rules.model.Channel;
import dev.ssot.rules.model.PolicyText;
import dev.ssot.rules.model.Role;
import dev.ssot.rules.model.SharedWord;
import dev.ssot.rules.model.Standing;
import java.util.ArrayList;
import java.util.BitSet;
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
 * <p>A type is a rival when its confidence reaches the role's threshold: that of the {@link
 * JobModel}; or, where the policy says by names or members what makes the role, that of the
 * channels and the policy together; or where nearly all of its code stands in the canonical.
 */
final class RoleSearch {

  private static final int HIGHEST = 99;
  private static final int BONUS_FOR_SIDES = 20;
  private static final int BONUS_FOR_FAMILY = 10;
  private static final double POLICY_SPEAKS = 0.45;
  private static final int MANY_BODIES = 25;
  private static final int SOME_BODIES = 12;
  private static final double COPIED = 0.5;
  private static final double NEARLY_ALL = 0.9;
  private static final int DENIED = 50;
  private static final int LARGE = 250;
  private static final double MOST_BODIES = 0.8;
  private static final double THE_SAME = 0.95;
  private static final int SOME_MEMBERS = 3;
  private static final int ENOUGH_MEMBERS = 4;
  private static final double SOME_WORDS = 0.25;
  private static final int SPEAKING_MEMBERS = 2;
  private static final double SPEAKING_BODIES = 0.25;
  private static final double SOME_MUTUAL = 0.3;
  private static final double SOME_CONTAINED = 0.6;

  private final Codebase codebase;
  private final Role role;
  private final ProfileIndex index;
  private final Hierarchy hierarchy;
  private final LikenessMeasure measure;
  private final Classifier classifier;
  private final Shims shims;
  private final JobModel model;
  private final OtherReasons reasons;
  private final NamedConstants constants;
  private final Prospects prospects;
  private final KnownPairs<Opinion> opinions;
  private final List<Pattern> names;
  private final Set<String> declaredShims;
  private final Map<PolicyText, AccessPattern> unrelated = new LinkedHashMap<>();
  private final Map<String, PolicyText> unmatched = new TreeMap<>();
  private int looked;

  RoleSearch(
      Codebase codebase,
      Role role,
      ProfileIndex index,
      Hierarchy hierarchy,
      Classifier classifier,
      Shims shims,
      LikenessMeasure measure,
      JobModel model,
      OtherReasons reasons,
      NamedConstants constants,
      Prospects prospects,
      KnownPairs<Opinion> opinions) {
    this.codebase = codebase;
    this.constants = constants;
    this.prospects = prospects;
    this.opinions = opinions;
    this.role = role;
    this.index = index;
    this.hierarchy = hierarchy;
    this.measure = measure;
    this.classifier = classifier;
    this.shims = shims;
    this.model = model;
    this.reasons = reasons;
    this.names = role.recognition().names().stream().map(name -> glob(name.value())).toList();
    this.declaredShims =
        role.bystanders().shims().stream()
            .map(shim -> shim.type().value())
            .collect(Collectors.toUnmodifiableSet());
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

  /**
   * A type that reaches the threshold, with what the policy said for it.
   *
   * @param constants what both name, where the canonical does nothing but name; else none
   */
  record Found(
      TypeEntry entry,
      Strengths strengths,
      int confidence,
      String policy,
      List<SharedWord> constants) {

    Found {
      constants = List.copyOf(constants);
    }

    /** The same of a type at another look. */
    Found at(TypeEntry other) {
      return new Found(other, strengths, confidence, policy, constants);
    }

    /** What was written of one of some types, which are in the order of ids. */
    static Found read(List<TypeEntry> types, ByteSource source) {
      TypeEntry entry = types.get(source.number());
      Strengths strengths = Strengths.read(source);
      int confidence = source.number();
      String policy = source.text();
      List<SharedWord> constants = new ArrayList<>();
      for (int rest = source.number(); rest > 0; rest--) {
        constants.add((SharedWord) source.value());
      }
      return new Found(entry, strengths, confidence, policy, constants);
    }

    void write(ByteSink sink) {
      sink.number(entry.id());
      strengths.write(sink);
      sink.number(confidence);
      sink.text(policy);
      sink.number(constants.size());
      constants.forEach(sink::value);
    }
  }

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
    boolean names = canonical.filter(constants::names).isPresent();
    BitSet near = canonical.map(this::near).orElseGet(BitSet::new);
    BitSet modelled = canonical.map(model::near).orElseGet(BitSet::new);
    BitSet passing = canonical.map(this::passing).orElseGet(BitSet::new);
    BitSet others = unrelatedTypes();
    for (TypeEntry entry : asked(canonical, names)) {
      boolean naming = names && constants.names(entry);
      if (others.get(entry.id())
          || !(naming || works(entry, canonical))
          || entry.name().equals(role.canonical().value())) {
        continue;
      }
      boolean takes = naming && NamedConstants.uses(entry, canonical.get());
      if (takes || passing.get(entry.id()) || declaredShims.contains(entry.name())) {
        forwarding.add(entry.name());
        continue;
      }
      looked++;
      if (names) {
        judge(entry, canonical).ifPresent(found::add);
      } else if (near.get(entry.id()) || mayBeSpokenFor(entry.type())) {
        known(entry, canonical, modelled.get(entry.id())).ifPresent(found::add);
      }
    }
    withoutShimsOfRivals(found);
    canonical.ifPresent(own -> found.removeIf(one -> copiedBeside(one.entry(), own).isPresent()));
    found.sort(Comparator.comparing(one -> one.entry().location()));
    return new Outcome(
        declarations, found, forwarding, looked, new ArrayList<>(unmatched.values()));
  }

  /** The types that are asked about, and maybe others. */
  private List<TypeEntry> asked(Optional<TypeEntry> canonical, boolean names) {
    return names || canonical.filter(this::carriesData).isPresent()
        ? codebase.types()
        : classifier.working(codebase);
  }

  /** Whether a type can do the job: what only carries data can if the canonical does no more. */
  private boolean works(TypeEntry entry, Optional<TypeEntry> canonical) {
    return classifier.classify(entry).works()
        || canonical.filter(own -> carriesTheSame(entry, own)).isPresent();
  }

  private boolean carriesTheSame(TypeEntry entry, TypeEntry canonical) {
    return entry.isNamesakeOf(canonical) && carriesData(entry) && carriesData(canonical);
  }

  private boolean carriesData(TypeEntry entry) {
    return classifier.classify(entry) == TypeClass.DATA_CARRIER;
  }

  /** The ids of the types that inherit from the canonical, or it from them, or forward to it. */
  private BitSet passing(TypeEntry canonical) {
    BitSet passing = new BitSet();
    hierarchy.heirs(canonical.name()).forEach(heir -> passing.set(heir.id()));
    for (String ancestor : hierarchy.ancestors(canonical)) {
      codebase.declarations(ancestor).forEach(entry -> passing.set(entry.id()));
    }
    for (TypeEntry entry : shims.forwarding(codebase)) {
      if (shims.forwards(entry, canonical)) {
        passing.set(entry.id());
      }
    }
    return passing;
  }

  /** What is found of a type, at the look before or now. */
  private Optional<Found> known(TypeEntry entry, Optional<TypeEntry> canonical, boolean near) {
    if (canonical.isEmpty()) {
      return judge(entry, canonical);
    }
    TypeEntry own = canonical.get();
    return opinions
        .of(own, entry, known -> known.now(entry, near), () -> judge(entry, own))
        .found();
  }

  /** The ids of the types of which the channels or the model can say something. */
  private BitSet near(TypeEntry canonical) {
    BitSet near = (BitSet) prospects.of(canonical).clone();
    near.or(model.near(canonical));
    return near;
  }

  /**
   * Whether the policy may make a rival of a type that has nothing else for it: with a threshold of
   * nothing, or by its members.
   */
  private boolean mayBeSpokenFor(TypeFact type) {
    return role.recognition().threshold() == 0
        || PolicySign.declared(role, type).size() >= SPEAKING_MEMBERS;
  }

  /** What a type is beside the canonical if nothing but its likeness counts, and why. */
  Standings.Seen opinion(TypeEntry entry, TypeEntry canonical) {
    TypeClass own = classifier.classify(entry);
    boolean naming = bothName(canonical, entry);
    if (takesConstants(entry, canonical)) {
      return new Standings.Seen(Standing.ADAPTER, "it takes its constants from the canonical");
    }
    if (!naming && !works(entry, Optional.of(canonical))) {
      return new Standings.Seen(Standing.UNRELATED, own.reason());
    }
    Optional<String> otherUse =
        otherUse(entry, canonical, PolicySign.of(role, names, entry.type()));
    if (otherUse.isPresent()) {
      return new Standings.Seen(Standing.UNRELATED, otherUse.get());
    }
    Opinion opinion = judge(entry, canonical);
    if (opinion.found().isEmpty()) {
      return new Standings.Seen(
          Standing.UNRELATED,
          "that it does the same job has %s %% confidence, below the threshold of %s %%"
              .formatted(opinion.modelled(), role.recognition().threshold()));
    }
    int confidence = opinion.found().get().confidence();
    return copiedBeside(entry, canonical)
        .map(
            model ->
                new Standings.Seen(
                    Standing.UNRELATED,
                    "it is a copy of `%s` beside the canonical, which does another job"
                        .formatted(model.name())))
        .orElseGet(
            () ->
                new Standings.Seen(
                    Standing.RIVAL,
                    "it does the same job with %s %% confidence".formatted(confidence)));
  }

  /** The ids of the types that the policy says to be unrelated; notes what of it matches. */
  private BitSet unrelatedTypes() {
    BitSet others = new BitSet();
    for (Map.Entry<PolicyText, AccessPattern> text : unrelated.entrySet()) {
      for (TypeEntry entry : codebase.types()) {
        if (Patterns.covers(text.getValue(), entry.name())) {
          unmatched.remove(text.getKey().value());
          others.set(entry.id());
        }
      }
    }
    return others;
  }

  /** Whether a type names things by the constants of the canonical. */
  private boolean takesConstants(TypeEntry entry, TypeEntry canonical) {
    return bothName(canonical, entry) && NamedConstants.uses(entry, canonical);
  }

  /** Whether both types do nothing but name things. */
  private boolean bothName(TypeEntry canonical, TypeEntry entry) {
    return constants.names(canonical) && constants.names(entry);
  }

  /** What only names things does its job by its constants; the code around them is habit. */
  private Optional<Found> judgeConstants(TypeEntry entry, TypeEntry canonical, PolicySign sign) {
    return constants
        .compare(canonical, entry)
        .map(
            same -> {
              Strengths strengths =
                  new Strengths(measure.between(index.of(canonical), index.of(entry)));
              strengths.addConstants(same.share());
              strengths.addPolicy(sign.strength());
              return new Found(
                  entry,
                  strengths,
                  sign.over(same.confidence()),
                  sign.sentence(),
                  same.constants());
            })
        .filter(found -> found.confidence() >= Math.min(HIGHEST, role.recognition().threshold()));
  }

  private Optional<Found> judge(TypeEntry entry, Optional<TypeEntry> canonical) {
    if (canonical.isPresent()) {
      return judge(entry, canonical.get()).found();
    }
    return classifier.classify(entry) == TypeClass.IMPLEMENTATION
        ? judgeByPolicy(entry, PolicySign.of(role, names, entry.type()))
        : Optional.empty();
  }

  /**
   * What is to be said of a type beside the canonical.
   *
   * @param near whether it is among those of which the {@link JobModel} says something
   * @param found the type, if it reaches the threshold
   * @param modelled the confidence of the {@link JobModel}
   */
  record Opinion(boolean near, Optional<Found> found, int modelled) {

    /** The same of a type as it is now, if it is as near. */
    Optional<Opinion> now(TypeEntry entry, boolean isNear) {
      return near == isNear
          ? Optional.of(new Opinion(near, found.map(one -> one.at(entry)), modelled))
          : Optional.empty();
    }

    /** What was written of one of some types, which are in the order of ids. */
    static Opinion read(List<TypeEntry> types, ByteSource source) {
      boolean near = source.flag();
      int modelled = source.number();
      Optional<Found> found =
          source.flag() ? Optional.of(Found.read(types, source)) : Optional.empty();
      return new Opinion(near, found, modelled);
    }

    void write(ByteSink sink) {
      sink.flag(near);
      sink.number(modelled);
      sink.flag(found.isPresent());
      found.ifPresent(one -> one.write(sink));
    }
  }

  private Opinion judge(TypeEntry entry, TypeEntry canonical) {
    boolean near = model.near(canonical).get(entry.id());
    PolicySign sign = PolicySign.of(role, names, entry.type());
    if (otherUse(entry, canonical, sign).isPresent()) {
      return new Opinion(near, Optional.empty(), 0);
    }
    boolean standsAlone = classifier.classify(entry) == TypeClass.IMPLEMENTATION;
    if (constants.names(canonical) && sign.strength() < POLICY_SPEAKS) {
      return new Opinion(
          near,
          constants.names(entry) ? judgeConstants(entry, canonical, sign) : Optional.empty(),
          0);
    }
    Likeness likeness = measure.between(index.of(canonical), index.of(entry));
    Strengths strengths = new Strengths(likeness);
    strengths.addPolicy(sign.strength());
    if (!measure.shareRareMember(index.of(canonical), index.of(entry))) {
      strengths.silenceMembers();
    }
    boolean namesake =
        entry.isNamesakeOf(canonical) && strengths.addNamesake(likeness.sharedMembers());
    int percent = model.percent(canonical, entry, likeness);
    int modelled = JobModel.confidence(percent);
    boolean accepted =
        standsAlone
            && (sign.strength() >= POLICY_SPEAKS || !denied(percent))
            && (agrees(entry, canonical, likeness, strengths, sign, namesake)
                || isCopy(entry, canonical, likeness)
                || repeatsMembers(entry, canonical, likeness));
    int likely = accepted || isSame(entry, canonical, likeness) ? strengths.confidence() : 0;
    int likelier =
        substantial(strengths, sign, likeness, namesake) ? sign.over(modelled) : modelled;
    int confidence = carriesData(entry) ? likely : Math.max(likely, likelier);
    return confidence < Math.min(HIGHEST, role.recognition().threshold())
        ? new Opinion(near, Optional.empty(), modelled)
        : new Opinion(
            near,
            Optional.of(new Found(entry, strengths, confidence, sign.sentence(), List.of())),
            modelled);
  }

  /**
   * What else a type does the same job for, if it does; a deprecated one is a rival all the same.
   */
  private static Optional<String> otherUse(TypeEntry entry, TypeEntry canonical, PolicySign sign) {
    if (sign.strength() >= POLICY_SPEAKS || OtherReasons.succeeds(entry, canonical)) {
      return Optional.empty();
    }
    if (Naming.areEditions(entry.name(), canonical.name())) {
      return Optional.of("it is the same for another version, as its package says");
    }
    return Naming.haveOtherNumbers(entry.name(), canonical.name())
        ? Optional.of("it is the same for another number, as its name says")
        : Optional.empty();
  }

  /**
   * Whether the channels together say so. They decide where the policy says what makes the role, or
   * where neither names nor super-types make the two a family.
   */
  private boolean agrees(
      TypeEntry entry,
      TypeEntry canonical,
      Likeness likeness,
      Strengths strengths,
      PolicySign sign,
      boolean namesake) {
    boolean policy = sign.strength() >= POLICY_SPEAKS;
    int channels = strengths.significant() + (policy ? 1 : 0) + (namesake ? 1 : 0);
    return channels >= 2
        && substantial(strengths, sign, likeness, namesake)
        && (policy || areStrangers(entry, canonical))
        && outweighs(entry, canonical, likeness, strengths.confidence());
  }

  /**
   * Whether the model denies a likeness: it says that two types rather do different jobs. It has
   * learnt from codebases in which words are rare, so in small ones it does not speak.
   */
  private boolean denied(int percent) {
    return percent < DENIED && codebase.types().size() >= LARGE;
  }

  /** Whether neither names nor super-types make two types a family. */
  private boolean areStrangers(TypeEntry entry, TypeEntry canonical) {
    return switch (Naming.relation(entry.name(), canonical.name())) {
      case SAME -> true;
      case DIFFERENT -> !measure.isFamily(entry, canonical);
      default -> false;
    };
  }

  /**
   * Whether code was copied, names aside, and enough of it to be no chance. Of two types of one
   * name some shared code suffices; of two unlike names more is asked for, and most where one
   * super-type may explain it.
   */
  private boolean isCopy(TypeEntry entry, TypeEntry canonical, Likeness likeness) {
    if (likeness.sharedBodies() < SOME_BODIES) {
      return false;
    }
    Naming.Relation relation = Naming.relation(entry.name(), canonical.name());
    boolean fewSuffice = relation == Naming.Relation.SAME || likeness.bodiesMutual() >= MOST_BODIES;
    if (!fewSuffice && likeness.sharedBodies() < MANY_BODIES) {
      return false;
    }
    return switch (relation) {
      case SAME -> likeness.bodiesMutual() >= SOME_MUTUAL || likeness.bodies() >= SOME_CONTAINED;
      case DIFFERENT ->
          measure.isFamily(entry, canonical)
              ? likeness.bodiesMutual() >= 0.7 || likeness.bodies() >= 0.95
              : likeness.bodiesMutual() >= 0.5 || likeness.bodies() >= 0.85;
      case CONTAINED, PEERS ->
          Standings.isPutAside(entry, canonical)
              ? likeness.bodiesMutual() >= COPIED
              : isWholeCopy(entry, canonical, likeness);
      default -> false;
    };
  }

  /**
   * Whether the code is the same and nothing but copying explains it: the types have one name and
   * carry data at most, or their names have nothing in common, as those of siblings hardly ever
   * have.
   */
  private boolean isSame(TypeEntry entry, TypeEntry canonical, Likeness likeness) {
    if (likeness.sharedBodies() < SOME_BODIES || likeness.bodiesMutual() < THE_SAME) {
      return false;
    }
    return carriesTheSame(entry, canonical)
        || (classifier.classify(entry) == TypeClass.IMPLEMENTATION
            && Naming.relation(entry.name(), canonical.name()) == Naming.Relation.DIFFERENT);
  }

  /** Whether bodies in common may make a rival of a type, by what they say or as a copy. */
  static boolean mayBeRivalBy(Overlap bodies) {
    double contained = bodies.containment();
    double mutual = bodies.jaccard();
    return Strengths.ofBodies(contained, mutual, bodies.count()) > SPEAKING_BODIES
        || (bodies.count() >= SOME_BODIES
            && (mutual >= SOME_MUTUAL || contained >= SOME_CONTAINED));
  }

  /** Peers in one package or of one family repeat each other on purpose; elsewhere nobody does. */
  private boolean isWholeCopy(TypeEntry entry, TypeEntry canonical, Likeness likeness) {
    return likeness.bodiesMutual() >= MOST_BODIES
        && likeness.members() >= NEARLY_ALL
        && likeness.sharedMembers() >= SOME_MEMBERS
        && !entry.isPackagedWith(canonical)
        && !measure.isFamily(entry, canonical);
  }

  /**
   * Whether nearly all members of the smaller type are in both, enough of them, in another package
   * and for no other reason: of such pairs of labelled types all were rivals. What passes its calls
   * on to another type of the codebase has that one's members, not the canonical's.
   */
  private boolean repeatsMembers(TypeEntry entry, TypeEntry canonical, Likeness likeness) {
    return likeness.members() >= NEARLY_ALL
        && likeness.sharedMembers() >= ENOUGH_MEMBERS
        && likeness.vocabulary() >= SOME_WORDS
        && !entry.isPackagedWith(canonical)
        && !measure.isFamily(entry, canonical)
        && !reasons.explain(entry, canonical)
        && shims.targets(entry).stream().allMatch(name -> codebase.declarations(name).isEmpty());
  }

  /**
   * Words and fields alone, without a member or a body in common, are the neighbourhood's; and one
   * or two members in common, or a few among other words, are chance where the names differ.
   */
  private static boolean substantial(
      Strengths strengths, PolicySign sign, Likeness likeness, boolean namesake) {
    boolean members =
        strengths.of(Channel.MEMBERS) > 0.2
            && (namesake
                || (likeness.sharedMembers() >= Strengths.FEWEST_MEMBERS
                    && likeness.vocabulary() >= 0.1));
    return members
        || strengths.of(Channel.BODIES) > SPEAKING_BODIES
        || strengths.of(Channel.CONSTANTS) >= 1
        || sign.members() >= SPEAKING_MEMBERS;
  }

  private Optional<Found> judgeByPolicy(TypeEntry entry, PolicySign sign) {
    Strengths strengths = Strengths.ofPolicyAlone(sign.strength());
    int confidence = strengths.confidence();
    return sign.members() >= SPEAKING_MEMBERS && confidence >= role.recognition().threshold()
        ? Optional.of(new Found(entry, strengths, confidence, sign.sentence(), List.of()))
        : Optional.empty();
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
   * The type beside the canonical that another one is a copy of, if that is no rival: where a
   * package was copied as a whole, each type of the copy is a rival of its own model.
   */
  private Optional<TypeEntry> copiedBeside(TypeEntry entry, TypeEntry canonical) {
    if (entry.isPackagedWith(canonical)) {
      return Optional.empty();
    }
    return codebase.withSimpleName(entry.type().simpleName()).stream()
        .filter(model -> model.isPackagedWith(canonical) && model.id() != canonical.id())
        .filter(model -> isSameCode(measure.between(index.of(model), index.of(entry))))
        .filter(model -> judge(model, canonical).found().isEmpty())
        .findFirst();
  }

  private static boolean isSameCode(Likeness likeness) {
    return likeness.sharedBodies() >= SOME_BODIES && likeness.bodiesMutual() >= MOST_BODIES;
  }

  /**
   * What a policy's names and member names say of a type.
   *
   * @param members number of the role's member names that the type declares
   */
  record PolicySign(double strength, int members, String sentence) {

    private static final PolicySign NOTHING = new PolicySign(0, 0, "");
    private static final int ENOUGH = 4;
    private static final double TRUST = 0.6;

    /** A confidence raised by what the policy says. */
    int over(int confidence) {
      return (int) StrictMath.floor(100 - (100 - confidence) * (1 - TRUST * strength));
    }

    static PolicySign of(Role role, List<Pattern> names, TypeFact type) {
      if (names.isEmpty() && role.recognition().members().isEmpty()) {
        return NOTHING;
      }
      List<String> shared = declared(role, type).stream().sorted().toList();
      boolean named = names.stream().anyMatch(name -> name.matcher(type.simpleName()).matches());
      int enough = Math.max(1, Math.min(ENOUGH, role.recognition().members().size()));
      double byMembers = Math.min(1.0, (double) shared.size() / enough);
      double strength = 1 - (1 - 0.8 * byMembers) * (named ? 0.5 : 1);
      return new PolicySign(strength, shared.size(), sentence(named, shared));
    }

    /** The role's member names that a type declares; asked of every type, hence without streams. */
    static List<String> declared(Role role, TypeFact type) {
      List<String> declared = new ArrayList<>(0);
      for (String member : role.recognition().members()) {
        if (declares(type, member)) {
          declared.add(member);
        }
      }
      return declared;
    }

    private static boolean declares(TypeFact type, String member) {
      for (MethodFact method : type.methods()) {
        if (method.name().equals(member)) {
          return true;
        }
      }
      return false;
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
