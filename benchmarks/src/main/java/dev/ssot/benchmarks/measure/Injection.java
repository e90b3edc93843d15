package dev.ssot.benchmarks.measure;

import dev.ssot.benchmarks.mutation.Dice;
import dev.ssot.benchmarks.mutation.Mutation;
import dev.ssot.benchmarks.mutation.Original;
import dev.ssot.benchmarks.mutation.SourceText;
import dev.ssot.rules.catalog.Case;
import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.SourceUnit;
import dev.ssot.rules.model.Evidence;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts changed copies of the originals of one library beside them and looks whether they are found.
 *
 * <p>Each mutation has a codebase of its own with one mutant of every original, so that the mutants
 * of an original do not make its features common.
 */
public final class Injection {

  private final Codebase library;
  private final String artifact;
  private final Path base;
  private final Path work;
  private final List<TypeEntry> originals;
  private final Map<String, List<Mutant>> mutants = new TreeMap<>();
  private final Map<String, List<SourceUnit>> units = new TreeMap<>();

  /**
   * An injection.
   *
   * @param base folder of the codebase
   * @param work folder that the mutants are written to
   */
  Injection(Corpus corpus, String artifact, List<TypeEntry> originals, Path base, Path work) {
    this.library = corpus.library(artifact);
    this.artifact = artifact;
    this.originals = List.copyOf(originals);
    this.base = base;
    this.work = work;
  }

  /** Injections of so many classes into each of so many libraries; see {@link Originals}. */
  public static List<Injection> into(Corpus corpus, int libraries, int each, Path base, Path work) {
    List<Injection> injections = new ArrayList<>();
    Originals.choose(
            corpus, libraries, each, entry -> Original.isSuitable(Injection.text(base, entry)))
        .forEach(
            (artifact, types) ->
                injections.add(new Injection(corpus, artifact, types, base, work)));
    return injections;
  }

  /** Number of classes that mutants are made of. */
  int originals() {
    return originals.size();
  }

  /**
   * The types that a mutation made of one original.
   *
   * @param original its qualified name
   * @param types their qualified names
   */
  public record Mutant(String original, Set<String> types) {

    public Mutant {
      types = Set.copyOf(types);
    }
  }

  /** A library with the mutants that one mutation made of its originals. */
  public record Mutated(Mutation mutation, Codebase codebase, List<Mutant> mutants) {

    public Mutated {
      mutants = List.copyOf(mutants);
    }
  }

  /**
   * What became of one mutation of one original.
   *
   * @param types number of types that the mutation made
   * @param declared of them, those found with the original as canonical
   * @param discovered of them, those found beside the original without a policy
   * @param reported of them, those that anything at all is said of, in either mode
   */
  record Fate(
      Mutation mutation, String original, int types, int declared, int discovered, int reported) {}

  /** Makes all mutants and runs each mutation's codebase. */
  List<Fate> run(List<Mutation> mutations) {
    return make(mutations).flatMap(mutated -> judge(mutated).stream()).toList();
  }

  /** Makes all mutants; each codebase when it is asked for, those without a mutant left out. */
  public Stream<Mutated> make(List<Mutation> mutations) {
    write(mutations);
    read();
    return mutations.stream()
        .filter(mutation -> mutants.containsKey(mutation.key()))
        .map(this::mutated);
  }

  private Mutated mutated(Mutation mutation) {
    Codebase codebase =
        new Codebase(
            Stream.concat(
                    library.units().stream(),
                    units.getOrDefault(mutation.key(), List.of()).stream())
                .toList(),
            library.services());
    return new Mutated(mutation, codebase, mutants.getOrDefault(mutation.key(), List.of()));
  }

  private void write(List<Mutation> mutations) {
    for (TypeEntry entry : originals) {
      Original original = original(entry);
      for (Mutation mutation : mutations) {
        Dice dice = new Dice(entry.name() + " " + mutation.key());
        List<SourceText> made = mutation.maker().make(original, dice);
        Set<String> names = new TreeSet<>();
        for (SourceText source : made) {
          names.add(source.qualifiedName());
          write(folder(mutation), source);
        }
        if (!made.isEmpty()) {
          mutants
              .computeIfAbsent(mutation.key(), key -> new ArrayList<>())
              .add(new Mutant(entry.name(), names));
        }
      }
    }
  }

  private Original original(TypeEntry entry) {
    return new Original(
        text(base, entry), entry.type().simpleName(), Originals.inherited(library, entry));
  }

  /** The text of the file that a type is in. */
  static String text(Path base, TypeEntry entry) {
    try {
      return Files.readString(base.resolve(entry.unit().path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String folder(Mutation mutation) {
    return artifact + "/" + mutation.key();
  }

  private void write(String folder, SourceText source) {
    Path file = work.resolve(folder).resolve(source.qualifiedName().replace('.', '/') + ".java");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    Corpus.read(work, List.of(work.resolve(artifact)), 1)
        .codebase()
        .units()
        .forEach(
            unit -> {
              String key =
                  unit.path()
                      .substring(
                          artifact.length() + 1, unit.path().indexOf('/', artifact.length() + 1));
              units.computeIfAbsent(key, one -> new ArrayList<>()).add(unit);
            });
  }

  private List<Fate> judge(Mutated mutated) {
    Case declared = Rules.facts(mutated.codebase(), Rules.policy(originals));
    Sightings sightings = new Sightings();
    Rules.run(Rules.DUPLICATE, declared).forEach(sightings::ofRole);
    Rules.run(Rules.FRAGMENTED, mutated.codebase(), Policy.none()).forEach(sightings::ofDiscovery);
    return mutated.mutants().stream()
        .map(
            mutant ->
                new Fate(
                    mutated.mutation(),
                    artifact + ":" + mutant.original(),
                    mutant.types().size(),
                    sightings.declared(mutant.original(), mutant.types()),
                    sightings.discovered(mutant.original(), mutant.types()),
                    sightings.reported(mutant.types())))
        .toList();
  }

  /** Which types are named together by findings. */
  private static final class Sightings {

    private final Map<String, Set<String>> rivals = new TreeMap<>();
    private final List<Set<String>> groups = new ArrayList<>();
    private final Set<String> named = new TreeSet<>();

    void ofRole(Finding finding) {
      if (finding.evidence() instanceof Evidence.Rival rival) {
        String name = rival.comparison().rival().name();
        rivals
            .computeIfAbsent(rival.comparison().canonical().name(), one -> new TreeSet<>())
            .add(name);
        named.add(name);
      }
    }

    void ofDiscovery(Finding finding) {
      if (finding.evidence() instanceof Evidence.Fragments fragments) {
        Set<String> group = new TreeSet<>();
        group.add(fragments.canonical().name());
        fragments.comparisons().forEach(comparison -> group.add(comparison.rival().name()));
        groups.add(group);
        named.addAll(group);
      }
    }

    int declared(String original, Set<String> types) {
      Set<String> found = rivals.getOrDefault(original, Set.of());
      return (int) types.stream().filter(found::contains).count();
    }

    int discovered(String original, Set<String> types) {
      return (int)
          types.stream()
              .filter(
                  type ->
                      groups.stream()
                          .anyMatch(group -> group.contains(original) && group.contains(type)))
              .count();
    }

    int reported(Set<String> types) {
      return (int) types.stream().filter(named::contains).count();
    }
  }
}
