package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The features of all types of a codebase, trait by trait.
 *
 * <p>What every scan asks for is read at once; the traits by which types are ranked beside a given
 * one are read when the first of them is asked for. Safe for concurrent use.
 */
final class Columns {

  /** The traits that only rankings ask for. */
  private static final List<Trait> RANKING =
      List.of(Trait.COMMENTS, Trait.CALLS, Trait.MEMBER_WORDS, Trait.SHAPES, Trait.TYPES);

  /** The others, but for the words, which come out of one of these. */
  private static final List<Trait> READ =
      Arrays.stream(Trait.values())
          .filter(trait -> !RANKING.contains(trait) && trait != Trait.WORDS)
          .toList();

  private final Codebase codebase;
  private final Rarity rarity;
  private final Map<Trait, Numbers> numbers;
  private final Map<Trait, Column> first;
  private volatile @Nullable Map<Trait, Column> all;

  /** One trait. Safe for concurrent use. */
  static final class Column {

    private final FeatureTable table;
    private final int[][] features;
    private volatile double @Nullable [] weights;

    /**
     * A trait.
     *
     * @param features by the id of a type its features in ascending order; never changed
     */
    Column(FeatureTable table, int[][] features) {
      this.table = table;
      this.features = features;
    }

    FeatureTable table() {
      return table;
    }

    /** By the id of a type its features in ascending order; not to be changed. */
    int[][] features() {
      return features;
    }

    /** By the id of a type what its features weigh together; not to be changed. */
    double[] weights() {
      double[] known = weights;
      if (known == null) {
        known = new double[features.length];
        for (int id = 0; id < known.length; id++) {
          known[id] = table.weight(table.sum(features[id]));
        }
        weights = known;
      }
      return known;
    }
  }

  /** The features of a codebase, of which some may be known. */
  Columns(Codebase codebase, Rarity rarity, Succession succession) {
    this.codebase = codebase;
    this.rarity = rarity;
    this.numbers = succession.last().map(last -> last.numbers).orElseGet(Columns::numbers);
    this.first = read(READ, succession);
    boolean ranked = succession.last().filter(last -> last.all != null).isPresent();
    this.all = ranked ? with(read(RANKING, succession)) : null;
  }

  /** The features that were written of a codebase. */
  Columns(Codebase codebase, Rarity rarity, ByteSource source) {
    this.codebase = codebase;
    this.rarity = rarity;
    this.numbers = numbers();
    this.first = written(READ, source);
    first.put(Trait.WORDS, words(of(Trait.WORD_USES), Succession.none(codebase)));
    this.all = source.flag() ? with(written(RANKING, source)) : null;
  }

  private Map<Trait, Column> written(Collection<Trait> traits, ByteSource source) {
    Map<Trait, Column> columns = new EnumMap<>(Trait.class);
    for (Trait trait : traits) {
      numbers.put(trait, numbers(trait, source));
      columns.put(trait, column(trait, source));
    }
    return columns;
  }

  private static Numbers numbers(Trait trait, ByteSource source) {
    return trait == Trait.BODIES
        ? new Numbers.OfPrints(source)
        : new Numbers.OfNames(KeptNames.read(source));
  }

  private Column column(Trait trait, ByteSource source) {
    FeatureTable table = FeatureTable.read(numbers(trait), rarity, source);
    return new Column(table, source.fixedEach(source.fixed(codebase.types().size())));
  }

  /** Writes what every scan asks for, and what only rankings do if one was asked for. */
  void write(ByteSink sink) {
    boolean ranked = all != null;
    write(READ, sink);
    sink.flag(ranked);
    if (ranked) {
      write(RANKING, sink);
    }
  }

  private void write(Collection<Trait> traits, ByteSink sink) {
    for (Trait trait : traits) {
      Numbers of = numbers(trait);
      if (of instanceof Numbers.OfPrints prints) {
        prints.write(sink);
      } else {
        KeptNames.write((Numbers.OfNames) of, sink);
      }
      of(trait).table().write(sink);
      int[][] features = of(trait).features();
      sink.fixed(Arrays.stream(features).mapToInt(set -> set.length).toArray());
      sink.fixed(Arrays.stream(features).flatMapToInt(Arrays::stream).toArray());
    }
  }

  private static Map<Trait, Numbers> numbers() {
    Map<Trait, Numbers> all = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      all.put(trait, trait == Trait.BODIES ? new Numbers.OfPrints() : new Numbers.OfNames());
    }
    return all;
  }

  /** Whether a trait is read of every codebase. */
  static boolean isOfEveryScan(Trait trait) {
    return !RANKING.contains(trait);
  }

  /** The column of a trait. */
  Column of(Trait trait) {
    Column known = first.get(trait);
    return known == null ? Objects.requireNonNull(ranking().get(trait)) : known;
  }

  /** The column of a trait, if it was read. */
  Optional<Column> known(Trait trait) {
    Map<Trait, Column> every = all;
    return Optional.ofNullable((every == null ? first : every).get(trait));
  }

  private Map<Trait, Column> ranking() {
    Map<Trait, Column> known = all;
    if (known == null) {
      synchronized (this) {
        known = all;
        if (known == null) {
          known = with(read(RANKING, Succession.none(codebase)));
          all = known;
        }
      }
    }
    return known;
  }

  private Map<Trait, Column> with(Map<Trait, Column> more) {
    Map<Trait, Column> every = new EnumMap<>(first);
    every.putAll(more);
    return every;
  }

  /** Whether most of the numbers are those of features that no type has any more. */
  boolean areMostlyUnused() {
    Map<Trait, Column> every = all;
    return (every == null ? first : every)
        .values().stream().anyMatch(column -> column.table().isMostlyUnused());
  }

  /** Each trait has a table of its own, so several are filled at once. */
  private Map<Trait, Column> read(Collection<Trait> traits, Succession succession) {
    Map<Trait, Column> columns = new EnumMap<>(Trait.class);
    traits.parallelStream()
        .map(trait -> Map.entry(trait, read(trait, succession)))
        .toList()
        .forEach(column -> columns.put(column.getKey(), column.getValue()));
    Column uses = columns.get(Trait.WORD_USES);
    if (uses != null) {
      columns.put(Trait.WORDS, words(uses, succession));
    }
    return columns;
  }

  private Column read(Trait trait, Succession succession) {
    Optional<Column> last = succession.last(trait);
    int[][] features = succession.kept(last.map(Column::features));
    List<int[]> come = new ArrayList<>();
    for (TypeEntry entry : succession.open(trait)) {
      int[] ofType = features(trait, entry);
      features[entry.id()] = ofType;
      come.add(ofType);
    }
    FeatureTable table =
        last.map(known -> known.table().next(rarity, succession.gone(trait, known), come))
            .orElseGet(() -> FeatureTable.of(numbers(trait), rarity, come));
    return new Column(table, features);
  }

  /** The words are what is used, each once, so that as many types have each of them. */
  private static Column words(Column uses, Succession succession) {
    int[][] features = succession.kept(succession.last(Trait.WORDS).map(Column::features));
    for (TypeEntry entry : succession.open(Trait.WORDS)) {
      features[entry.id()] = once(uses.features()[entry.id()]);
    }
    return new Column(uses.table(), features);
  }

  private static int[] once(int[] ascending) {
    int[] different = new int[ascending.length];
    int size = 0;
    for (int feature : ascending) {
      if (size == 0 || different[size - 1] != feature) {
        different[size++] = feature;
      }
    }
    return Arrays.copyOf(different, size);
  }

  private Numbers numbers(Trait trait) {
    return Objects.requireNonNull(numbers.get(trait));
  }

  private int[] features(Trait trait, TypeEntry entry) {
    Numbers of = numbers(trait);
    if (of instanceof Numbers.OfPrints prints) {
      return prints.of(Bodies.of(entry.type()).prints());
    }
    return ((Numbers.OfNames) of).of(TraitReader.names(trait, entry, codebase));
  }
}
