package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.FieldFact;
import dev.ssot.rules.codebase.MethodFact;
import dev.ssot.rules.codebase.NameUse;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.Words;
import dev.ssot.rules.rivals.Profile.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of all types of a codebase and the tables that they refer to.
 *
 * <p>An index that comes after another shares its {@link Numbers} with it, to which it adds;
 * otherwise immutable.
 */
final class ProfileIndex {

  /** Members of {@link Object} and of habit, which every other type has too. */
  private static final Set<String> COMMON_MEMBERS =
      Set.of(
          "equals",
          "hashCode",
          "toString",
          "clone",
          "finalize",
          "compareTo",
          "close",
          "run",
          "main",
          "builder",
          "build",
          "of",
          "create",
          "getInstance",
          "valueOf",
          "values");

  private final Rarity rarity;
  private final Map<Trait, Numbers> numbers;
  private final Map<Trait, FeatureTable> tables = new EnumMap<>(Trait.class);
  private final List<Profile> profiles = new ArrayList<>();
  private final IdentityHashMap<TypeFact, Profile> byFact = new IdentityHashMap<>();

  /** By the id of a type: the one that it had in the index before, if its features are the same. */
  private final int[] were;

  ProfileIndex(Codebase codebase) {
    this(codebase, new Succession(codebase, Optional.empty(), unit -> true));
  }

  /**
   * The index of a codebase.
   *
   * @param before that of the same codebase some changes earlier: of files that have the same facts
   *     nothing is computed again
   */
  ProfileIndex(Codebase codebase, ProfileIndex before, Changes changes) {
    this(codebase, new Succession(codebase, Optional.of(before), changes::keepNamesIn));
  }

  private ProfileIndex(Codebase codebase, Succession succession) {
    rarity = Rarity.among(codebase.types().size());
    numbers = succession.last.map(last -> last.numbers).orElseGet(ProfileIndex::numbers);
    // Each trait has a table of its own, so several are filled at once.
    Map<Trait, Column> columns =
        Arrays.stream(Trait.values())
            .parallel()
            .collect(
                Collectors.toMap(trait -> trait, trait -> column(trait, codebase, succession)));
    columns.forEach((trait, column) -> tables.put(trait, column.table));
    were = new int[codebase.types().size()];
    for (TypeEntry entry : codebase.types()) {
      Features features = features(entry.id(), columns, succession);
      Profile profile = new Profile(entry, features, this);
      profiles.add(profile);
      byFact.put(entry.type(), profile);
      were[entry.id()] = features == succession.kept[entry.id()] ? succession.ids[entry.id()] : -1;
    }
  }

  private static Map<Trait, Numbers> numbers() {
    Map<Trait, Numbers> all = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      all.put(trait, trait == Trait.BODIES ? new Numbers.OfPrints() : new Numbers.OfNames());
    }
    return all;
  }

  /** What of an earlier index holds in a later one. */
  private static final class Succession {

    final Optional<ProfileIndex> last;

    /** By the id of a type: its features, if they are known. */
    final @Nullable Features[] kept;

    /** The types of which they are not. */
    final List<TypeEntry> come = new ArrayList<>();

    /** The profiles of types that are there no longer. */
    final List<Profile> gone = new ArrayList<>();

    /** By the id of a type of which they are known: the id that it had. */
    final int[] ids;

    /** The types of which all but the context is known. */
    final List<TypeEntry> unsettled = new ArrayList<>();

    /**
     * What holds.
     *
     * @param keepsNames whether the simple names in a file lead to types where they did
     */
    Succession(Codebase codebase, Optional<ProfileIndex> before, Predicate<SourceUnit> keepsNames) {
      List<TypeEntry> types = codebase.types();
      @Nullable Profile[] same = new @Nullable Profile[types.size()];
      BitSet found = new BitSet();
      for (TypeEntry entry : types) {
        Profile known = before.map(index -> index.byFact.get(entry.type())).orElse(null);
        if (known != null && known.entry.unit().equals(entry.unit())) {
          same[entry.id()] = known;
          found.set(known.id());
        }
      }
      boolean few = 2 * found.cardinality() < types.size();
      last = before.filter(index -> !few && !index.isMostlyUnused());
      kept = new @Nullable Features[types.size()];
      ids = new int[types.size()];
      for (TypeEntry entry : types) {
        Profile known = same[entry.id()];
        if (known == null || last.isEmpty()) {
          come.add(entry);
        } else {
          kept[entry.id()] = known.features;
          ids[entry.id()] = known.id();
          if (!keepsNames.test(entry.unit())) {
            unsettled.add(entry);
          }
        }
      }
      for (Profile profile : last.map(index -> index.profiles).orElse(List.of())) {
        if (!found.get(profile.id())) {
          gone.add(profile);
        }
      }
    }

    /** The types of which a trait is to be read, most of them for the first time. */
    List<TypeEntry> open(Trait trait) {
      return trait == Trait.CONTEXT
          ? Stream.concat(come.stream(), unsettled.stream()).toList()
          : come;
    }

    /** The features of a trait that count no longer. */
    List<int[]> gone(Trait trait) {
      Stream<Profile> replaced =
          trait == Trait.CONTEXT
              ? unsettled.stream().map(entry -> last.orElseThrow().profiles.get(ids[entry.id()]))
              : Stream.empty();
      return Stream.concat(gone.stream(), replaced).map(profile -> profile.of(trait)).toList();
    }
  }

  /** One trait: its table, and the features that were read anew by the id of their type. */
  private static final class Column {

    final FeatureTable table;
    final int[][] features;

    Column(FeatureTable table, int[][] features) {
      this.table = table;
      this.features = features;
    }
  }

  private Column column(Trait trait, Codebase codebase, Succession succession) {
    int[][] features = new int[codebase.types().size()][];
    List<int[]> come = new ArrayList<>();
    for (TypeEntry entry : succession.open(trait)) {
      int[] ofType = features(trait, entry, codebase);
      features[entry.id()] = ofType;
      come.add(ofType);
    }
    FeatureTable table =
        succession
            .last
            .map(last -> last.table(trait).next(rarity, succession.gone(trait), come))
            .orElseGet(() -> FeatureTable.of(numbers(trait), rarity, come));
    return new Column(table, features);
  }

  private static Features features(int id, Map<Trait, Column> columns, Succession succession) {
    Features known = succession.kept[id];
    if (known != null) {
      int @Nullable [] context = Objects.requireNonNull(columns.get(Trait.CONTEXT)).features[id];
      return context == null ? known : known.with(Trait.CONTEXT, context);
    }
    Map<Trait, int[]> all = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      all.put(trait, of(trait, columns, id));
    }
    return new Features(all);
  }

  private static int[] of(Trait trait, Map<Trait, Column> columns, int id) {
    return Objects.requireNonNull(columns.get(trait)).features[id];
  }

  private Numbers numbers(Trait trait) {
    return Objects.requireNonNull(numbers.get(trait));
  }

  private boolean isMostlyUnused() {
    return tables.values().stream().anyMatch(FeatureTable::isMostlyUnused);
  }

  /** How much a feature says in this codebase. */
  Rarity rarity() {
    return rarity;
  }

  /** How much the features of a trait weigh in two types, and how much of it they share. */
  Overlap overlap(Trait trait, Profile one, Profile other) {
    FeatureTable table = table(trait);
    return table.overlap(
        table.shared(one.of(trait), other.of(trait)), one.weight(trait), other.weight(trait));
  }

  /** The features of a trait that the types of the codebase have. */
  FeatureTable table(Trait trait) {
    return Objects.requireNonNull(tables.get(trait));
  }

  private int[] features(Trait trait, TypeEntry entry, Codebase codebase) {
    Numbers of = numbers(trait);
    if (of instanceof Numbers.OfPrints prints) {
      return prints.of(Bodies.of(entry.type()).prints());
    }
    return ((Numbers.OfNames) of).of(names(trait, entry, codebase));
  }

  private static Collection<String> names(Trait trait, TypeEntry entry, Codebase codebase) {
    TypeFact type = entry.type();
    return switch (trait) {
      case WORDS -> new LinkedHashSet<>(type.vocabulary().words());
      case WORD_USES -> type.vocabulary().words();
      case COMMENTS -> type.vocabulary().comments();
      case CALLS -> type.vocabulary().calls();
      case MEMBERS -> memberNames(type);
      case MEMBER_WORDS -> memberWords(type);
      case SIGNATURES -> signatures(type);
      case SHAPES -> shapes(type);
      case TYPES -> types(type);
      case LITERALS -> literals(type);
      case STATE -> state(type);
      case CONTEXT -> used(entry, codebase);
      case NAME -> Words.split(type.simpleName());
      case BODIES -> throw new IllegalArgumentException("Bodies have no names");
    };
  }

  private static List<String> memberWords(TypeFact type) {
    return repeated(
        type.methods().stream()
            .filter(method -> !method.isConstructor())
            .flatMap(method -> Words.stems(method.name()).stream()));
  }

  private static Set<String> signatures(TypeFact type) {
    Set<String> found = new TreeSet<>();
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor()) {
        found.add(method.signature());
      }
    }
    return found;
  }

  /** Signatures without the names. */
  private static List<String> shapes(TypeFact type) {
    return repeated(
        type.methods().stream()
            .map(method -> String.join(",", method.parameters()) + ":" + method.returns()));
  }

  private static List<String> types(TypeFact type) {
    return repeated(
        Stream.concat(
            type.methods().stream().flatMap(ProfileIndex::typesOf),
            type.fields().stream().map(FieldFact::erasedType)));
  }

  private static Stream<String> typesOf(MethodFact method) {
    return method.isConstructor()
        ? method.parameters().stream()
        : Stream.concat(method.parameters().stream(), Stream.of(method.returns()));
  }

  private static List<String> repeated(Stream<String> features) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    features.forEach(feature -> counts.merge(feature, 1, Integer::sum));
    return Words.repeated(counts);
  }

  /** Names of methods that do something; accessors and members of habit say nothing of a role. */
  static Set<String> memberNames(TypeFact type) {
    Set<String> names = new TreeSet<>();
    for (MethodFact method : type.methods()) {
      if (!method.isConstructor()
          && !method.traits().accessor()
          && !COMMON_MEMBERS.contains(method.name())) {
        names.add(method.name());
      }
    }
    return names;
  }

  /** String literals, and names of constants that are words of more than one part. */
  private static Set<String> literals(TypeFact type) {
    Set<String> found = new TreeSet<>(type.vocabulary().literals());
    for (FieldFact field : type.fields()) {
      if (field.isConstant() && field.name().indexOf('_') > 0) {
        found.add(field.name());
      }
    }
    return found;
  }

  /**
   * Fields as {@code name:type}, with types reduced to what survives a change of implementation.
   */
  private static Set<String> state(TypeFact type) {
    Set<String> found = new TreeSet<>();
    for (FieldFact field : type.fields()) {
      if (!field.isConstant()) {
        found.add(field.name().toLowerCase(Locale.ROOT) + ":" + plain(field.erasedType()));
      }
    }
    return found;
  }

  /** The simple names of the types of the codebase that a top-level type uses, its own left out. */
  private static Set<String> used(TypeEntry entry, Codebase codebase) {
    Set<String> found = new TreeSet<>();
    if (entry.type().isTopLevel()) {
      for (NameUse use : entry.unit().uses().names()) {
        if (use.kind() == NameUse.Kind.SIMPLE
            && use.inType().equals(entry.name())
            && codebase.withSimpleName(use.name()).stream().anyMatch(t -> isOther(t, entry))) {
          found.add(use.name());
        }
      }
    }
    return found;
  }

  private static boolean isOther(TypeEntry type, TypeEntry user) {
    return type.type().isTopLevel() && type.id() != user.id();
  }

  private static String plain(String type) {
    return type.replace("Concurrent", "").replace("Linked", "").replace("Hash", "");
  }

  /** The id that a type had in the index before this one, or -1 if its features are others. */
  int idBefore(Profile profile) {
    return were[profile.id()];
  }

  /** The type here that a type of another state was, if its file is the same. */
  Optional<TypeEntry> withFactsOf(TypeEntry other) {
    return Optional.ofNullable(byFact.get(other.type()))
        .map(profile -> profile.entry)
        .filter(entry -> entry.unit().equals(other.unit()));
  }

  Profile of(TypeEntry entry) {
    return profiles.get(entry.id());
  }

  List<Profile> all() {
    return profiles;
  }
}
