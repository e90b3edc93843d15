package dev.ssot.rules.codebase;

import dev.ssot.rules.model.DottedNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The simple names by which files may reach types.
 *
 * <p>Whatever a {@link NameResolver} says of a file, types that come or go without one of their
 * simple names being among those of the file do not change it. Only hashes of the names are kept:
 * two names of one hash count as one, by which a file may seem to have a name that it has not. Not
 * safe for concurrent use.
 */
public final class Mentions {

  private IdentityHashMap<SourceUnit, int[]> hashes = new IdentityHashMap<>();

  /** Some simple names, to be looked for in many files. */
  public static final class Names {

    private final int[] hashes;

    private Names(int[] hashes) {
      this.hashes = hashes;
    }

    /** The simple names of some types. */
    public static Names of(Collection<String> qualifiedNames) {
      return new Names(sorted(qualifiedNames.stream().map(DottedNames::last)));
    }
  }

  private static int[] sorted(Stream<String> names) {
    return names.mapToInt(String::hashCode).sorted().distinct().toArray();
  }

  /** Whether a file may reach a type by one of some names. */
  public boolean any(SourceUnit unit, Names names) {
    int[] known = hashes.computeIfAbsent(unit, Mentions::read);
    return IntStream.of(names.hashes).anyMatch(hash -> Arrays.binarySearch(known, hash) >= 0);
  }

  private static int[] read(SourceUnit unit) {
    Set<String> names = new HashSet<>();
    for (ImportFact single : unit.imports()) {
      names.add(DottedNames.last(single.name()));
      names.add(DottedNames.last(single.qualifier()));
    }
    for (TypeFact type : unit.types()) {
      type.declaration().supertypes().forEach(written -> add(written, names));
    }
    unit.uses().names().forEach(use -> add(use.name(), names));
    unit.uses().members().forEach(use -> add(use.scope(), names));
    return sorted(names.stream());
  }

  private static void add(String written, Set<String> into) {
    into.add(DottedNames.first(written));
    into.add(DottedNames.last(written));
  }

  /** Forgets files that are not of a codebase any more. */
  public void keepOnly(Codebase codebase) {
    if (hashes.size() > codebase.units().size()) {
      IdentityHashMap<SourceUnit, int[]> kept = new IdentityHashMap<>();
      for (SourceUnit unit : codebase.units()) {
        int @Nullable [] known = hashes.get(unit);
        if (known != null) {
          kept.put(unit, known);
        }
      }
      hashes = kept;
    }
  }
}
