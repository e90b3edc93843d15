package dev.ssot.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.benchmarks.Fixture;
import dev.ssot.benchmarks.Sources;
import dev.ssot.benchmarks.data.Judgements;
import dev.ssot.benchmarks.mutation.Mutation;
import dev.ssot.benchmarks.mutation.Original;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured on whole libraries: discovery and injected rivals. */
class LibrariesTest {

  private final Fixture fixture;
  private final Results results = new Results();

  LibrariesTest(@TempDir Path folder) {
    this.fixture = new Fixture(folder.resolve("sources"));
  }

  private String share(String key) {
    return results.figure(key).share();
  }

  private DiscoveryMeasure discovery(String judged) throws IOException {
    Path file = Files.writeString(fixture.folder().resolve("judged.tsv"), judged);
    return new DiscoveryMeasure(Judgements.read(file));
  }

  @Test
  void countsClustersOfEachLibraryOnItsOwn() throws IOException {
    new Sources(fixture.folder())
        .type("two", "b.HexCopy", Fixture.codec("HexCopy", "encode", "decode"));
    DiscoveryMeasure first = discovery("");
    first.ask(fixture.corpus());
    assertEquals(1, first.details().size());
    List<String> finding = first.details().get(0);
    assertEquals("two", finding.get(0));
    assertEquals("unjudged", finding.get(2));

    DiscoveryMeasure second = discovery("two\t" + finding.get(1) + "\tright\tHex\tsame\n");
    second.ask(fixture.corpus());
    second.report("x", results);
    assertEquals("100.0 % (1 of 1)", share("x.discovery.precision"));
    assertEquals(1000.0 / 3, results.figure("x.discovery.highest-rate").value(), 1e-9);
    assertEquals(0, results.figure("x.discovery.unjudged").value());
  }

  /** A library of which every class could be chosen. */
  private void largeLibrary() {
    IntStream.range(0, 60)
        .forEach(
            i ->
                new Sources(fixture.folder())
                    .type(
                        "one",
                        "a.codec" + i + ".Codec" + i,
                        Fixture.codec("Codec" + i, "encode" + i, "decode" + i)));
  }

  @Test
  void choosesTheSameOriginalsWhateverElseIsThere() {
    largeLibrary();
    Map<String, List<TypeEntry>> chosen = Originals.choose(fixture.corpus(), 2, 3, type -> true);
    assertEquals(1, chosen.size());
    List<String> names = names(chosen);
    assertEquals(3, names.size());
    new Sources(fixture.folder()).type("two", "b.HexFourth", Fixture.codec("HexFourth", "a", "b"));
    assertEquals(names, names(Originals.choose(fixture.corpus(), 2, 3, type -> true)));
    assertEquals(
        names.subList(1, 3),
        names(Originals.choose(fixture.corpus(), 2, 3, type -> !type.name().equals(names.get(0))))
            .subList(0, 2),
        "What does not suit gives its place to the next");
  }

  @Test
  void makesNoMutantsOfWhatIsNoJavaOfToday() {
    assertTrue(Original.isSuitable("package a.b; public class C {}"));
    assertFalse(Original.isSuitable("package a.enum; public class C {}"));
  }

  private static List<String> names(Map<String, List<TypeEntry>> chosen) {
    return chosen.values().stream().flatMap(List::stream).map(TypeEntry::name).toList();
  }

  @Test
  void findsMutantsAndLeavesWrappersAlone(@TempDir Path work) {
    new Sources(fixture.folder()).type("one", "a.LineCounter", "public class LineCounter {}");
    Corpus corpus = fixture.corpus();
    TypeEntry original = corpus.codebase().type("a.HexCodec").orElseThrow();
    List<Injection.Fate> fates =
        new Injection(corpus, "one", List.of(original), fixture.folder(), work).run(Mutation.all());
    assertEquals(20, fates.size());
    for (Injection.Fate fate : fates) {
      if (!fate.mutation().rival()) {
        assertEquals(0, fate.reported(), fate.toString());
      }
    }
    Injection.Fate renamed =
        fates.stream()
            .filter(fate -> fate.mutation().key().equals("renamed-and-reordered"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, renamed.declared());
    assertEquals("one:a.HexCodec", renamed.original());
    assertTrue(Files.isDirectory(work.resolve("one/renamed-and-reordered/a/other")));
  }

  @Test
  void sumsUpWhatBecameOfEachMutation(@TempDir Path work) {
    largeLibrary();
    InjectedRivals injected = new InjectedRivals();
    injected.run(fixture.corpus(), 1, 2, fixture.folder(), work, 2);
    injected.report("x", results);
    assertEquals(2, results.figure("x.injected.renamed.declared").count());
    assertEquals(2, results.figure("x.injected.adapter.reported").count());
    assertEquals(2 * 20, injected.details().size());
  }
}
