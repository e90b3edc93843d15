package dev.ssot.rules.catalog;

import dev.ssot.rules.codebase.CloserLook;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.DeclaredContract;
import dev.ssot.rules.codebase.FileCalls;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.codebase.TestOutline;
import dev.ssot.rules.codebase.TypeFact;
import dev.ssot.rules.codebase.TypeOutline;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.rivals.Changes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What files gave when they were read a second time, as far as it holds of the codebase that is
 * looked at now: the outlines of types in files that are as they were; their contracts, where the
 * names in these lead where they led, too; and the calls in them, where no file that was consulted
 * for them has changed either.
 *
 * <p>Kept is what the codebases of this look and of the one before were asked for. Not safe for
 * concurrent use.
 */
final class KnownReadings {

  private @Nullable Codebase codebase;
  private @Nullable Codebase earlier;
  private Answers now = new Answers();
  private Answers before = new Answers();

  /** What was read of one codebase. */
  private static final class Answers {
    final IdentityHashMap<TypeFact, TypeOutline> outlines = new IdentityHashMap<>();
    final IdentityHashMap<TypeFact, DeclaredContract> contracts = new IdentityHashMap<>();
    final Map<Question, IdentityHashMap<SourceUnit, FileCalls>> calls = new HashMap<>();
  }

  /** What was asked of the calls in a file. */
  private record Question(Set<String> watched, Set<String> members) {

    Question {
      watched = Set.copyOf(watched);
      members = Set.copyOf(members);
    }
  }

  /**
   * What reads files of a codebase, those of which nothing is known.
   *
   * @param changing tells what is different from the look before, if that is known
   */
  CloserLook of(Codebase asked, CloserLook closer, Supplier<Optional<Changes>> changing) {
    if (codebase == null || !codebase.isVery(asked)) {
      earlier = codebase;
      codebase = asked;
      before = now;
      now = new Answers();
    }
    return new Remembering(closer, changing);
  }

  private final class Remembering implements CloserLook {

    private final CloserLook closer;
    private final Supplier<Optional<Changes>> changing;
    private final Answers known = now;

    Remembering(CloserLook closer, Supplier<Optional<Changes>> changing) {
      this.closer = closer;
      this.changing = changing;
    }

    private Optional<Changes> since() {
      Codebase last = earlier;
      return last == null
          ? Optional.empty()
          : changing.get().filter(changes -> changes.areSince(last));
    }

    @Override
    public List<TypeOutline> outlines(Collection<TypeEntry> types) {
      return answers(
          types,
          known.outlines,
          before.outlines,
          type -> true,
          closer::outlines,
          TypeOutline::entry,
          (type, one) ->
              new TypeOutline(type, one.documentation(), one.annotations(), one.methods()));
    }

    @Override
    public List<DeclaredContract> contracts(Collection<TypeEntry> types) {
      Optional<Changes> since = since();
      return answers(
          types,
          known.contracts,
          before.contracts,
          type -> since.filter(changes -> changes.keepNamesIn(type.unit())).isPresent(),
          closer::contracts,
          DeclaredContract::entry,
          (type, one) -> new DeclaredContract(type, one.members()));
    }

    /** What is known of types or read now, by files in the order in which these are met. */
    private <T> List<T> answers(
        Collection<TypeEntry> types,
        IdentityHashMap<TypeFact, T> answers,
        IdentityHashMap<TypeFact, T> earlierOnes,
        Predicate<TypeEntry> holds,
        Function<Collection<TypeEntry>, List<T>> reading,
        Function<T, TypeEntry> typeOf,
        BiFunction<TypeEntry, T, T> as) {
      List<TypeEntry> open = new ArrayList<>();
      Map<String, List<TypeEntry>> byFile = new LinkedHashMap<>();
      for (TypeEntry type : types) {
        byFile.computeIfAbsent(type.unit().path(), path -> new ArrayList<>()).add(type);
        T earlierOne = earlierOnes.get(type.type());
        if (earlierOne != null && holds.test(type)) {
          answers.putIfAbsent(type.type(), earlierOne);
        }
        if (!answers.containsKey(type.type())) {
          open.add(type);
        }
      }
      read(open, reading).forEach(one -> answers.put(typeOf.apply(one).type(), one));
      List<T> all = new ArrayList<>();
      for (List<TypeEntry> ofFile : byFile.values()) {
        for (TypeEntry type : ofFile) {
          T one = answers.get(type.type());
          if (one != null) {
            all.add(as.apply(type, one));
          }
        }
      }
      return all;
    }

    private static <T> List<T> read(
        List<TypeEntry> open, Function<Collection<TypeEntry>, List<T>> reading) {
      return open.isEmpty() ? List.of() : reading.apply(open);
    }

    @Override
    public List<FileCalls> callsByFile(
        Collection<SourceUnit> units, Set<String> watched, Set<String> members) {
      Question question = new Question(watched, members);
      IdentityHashMap<SourceUnit, FileCalls> answers =
          known.calls.computeIfAbsent(question, asked -> new IdentityHashMap<>());
      IdentityHashMap<SourceUnit, FileCalls> earlierOnes =
          before.calls.getOrDefault(question, new IdentityHashMap<>());
      Optional<Changes> since = since().filter(Changes::keepOutline);
      List<SourceUnit> open = new ArrayList<>();
      for (SourceUnit unit : units) {
        if (!answers.containsKey(unit)) {
          FileCalls one = earlierOnes.get(unit);
          if (one != null
              && since.filter(changes -> changes.keepFiles(one.consulted())).isPresent()) {
            answers.put(unit, one);
          } else {
            open.add(unit);
          }
        }
      }
      if (!open.isEmpty()) {
        closer.callsByFile(open, watched, members).forEach(one -> answers.put(one.unit(), one));
      }
      return units.stream()
          .flatMap(unit -> Optional.ofNullable(answers.get(unit)).stream())
          .toList();
    }

    @Override
    public List<TestOutline> tests(
        Collection<SourceUnit> units, Set<String> watched, Set<String> heirs) {
      return closer.tests(units, watched, heirs);
    }

    @Override
    public Region place(SourceUnit unit, int line, String word) {
      return closer.place(unit, line, word);
    }
  }
}
