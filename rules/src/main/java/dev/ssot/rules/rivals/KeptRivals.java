package dev.ssot.rules.rivals;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.codebase.Hierarchy;
import dev.ssot.rules.codebase.cache.ByteSink;
import dev.ssot.rules.codebase.cache.ByteSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found out of a codebase, as another run can go on from it: super-types and classes of
 * types, their features, what the candidates share, and what was said of them for declared roles.
 *
 * @param couples what the candidates share
 * @param usages who uses some types, by their names
 * @param verdicts what was said of pairs of types
 */
record KeptRivals(
    Codebase codebase,
    Hierarchy hierarchy,
    Classifier classifier,
    ProfileIndex index,
    Couples couples,
    Map<Set<String>, UsageIndex> usages,
    Verdicts verdicts) {

  KeptRivals {
    usages = Map.copyOf(usages);
  }

  private static final List<TypeClass> CLASSES = List.of(TypeClass.values());

  void write(ByteSink sink) {
    sink.number(codebase.types().size());
    codebase.types().forEach(entry -> sink.number(place(entry)));
    writeSupertypes(sink);
    index.columns().write(sink);
    couples.write(sink);
    sink.number(usages.size());
    usages.forEach(
        (names, index) -> {
          sink.number(names.size());
          names.forEach(sink::text);
          index.write(codebase, sink);
        });
    verdicts.write(sink);
  }

  /**
   * What was written of a codebase.
   *
   * @throws RuntimeException if it was written of another one, or by nobody
   */
  static KeptRivals read(Codebase codebase, ByteSource source) {
    List<TypeEntry> types = codebase.types();
    if (source.number() != types.size()) {
      throw new IllegalArgumentException("There are " + types.size() + " types");
    }
    Hierarchy hierarchy = new Hierarchy(codebase);
    Classifier classifier = new Classifier(hierarchy);
    for (TypeEntry entry : types) {
      int place = source.number();
      if (place > 0) {
        classifier.know(entry, CLASSES.get(place - 1));
      }
    }
    readSupertypes(source, types, hierarchy);
    ProfileIndex index = new ProfileIndex(codebase, source);
    Couples couples = Couples.read(types.size(), source);
    Map<Set<String>, UsageIndex> usages = new HashMap<>();
    for (int rest = source.number(); rest > 0; rest--) {
      Set<String> names = new HashSet<>();
      for (int more = source.number(); more > 0; more--) {
        names.add(source.text());
      }
      usages.put(names, UsageIndex.read(codebase, source));
    }
    Verdicts verdicts = Verdicts.read(types, source);
    return new KeptRivals(codebase, hierarchy, classifier, index, couples, usages, verdicts);
  }

  private static void readSupertypes(
      ByteSource source, List<TypeEntry> types, Hierarchy hierarchy) {
    KeptNames names = KeptNames.read(source);
    List<Set<String>> all = new ArrayList<>();
    for (int rest = source.number(); rest > 0; rest--) {
      Set<String> some = new LinkedHashSet<>();
      for (int more = source.number(); more > 0; more--) {
        some.add(names.name(source.number()));
      }
      all.add(some);
    }
    ByteSource places = source.part();
    for (TypeEntry entry : types) {
      int place = places.number();
      if (place > 0) {
        hierarchy.know(entry, all.get(place - 1));
      }
    }
  }

  // It is for the very build that wrote it, so that places of constants say enough.
  @SuppressWarnings("EnumOrdinal")
  private int place(TypeEntry entry) {
    return classifier.known(entry).map(known -> known.ordinal() + 1).orElse(0);
  }

  /** Many types have the same super-types. */
  private void writeSupertypes(ByteSink sink) {
    Numbers.OfNames names = new Numbers.OfNames();
    Map<List<String>, Integer> all = new LinkedHashMap<>();
    ByteSink places = new ByteSink();
    for (TypeEntry entry : codebase.types()) {
      List<String> ancestors = hierarchy.known(entry).map(List::copyOf).orElse(null);
      int place = ancestors == null ? 0 : all.computeIfAbsent(ancestors, own -> all.size() + 1);
      places.number(place);
    }
    all.keySet().forEach(some -> some.forEach(names::of));
    KeptNames.write(names, sink);
    sink.number(all.size());
    for (List<String> some : all.keySet()) {
      sink.number(some.size());
      some.forEach(name -> sink.number(names.of(name)));
    }
    sink.part(places);
  }
}
