package dev.ssot.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.benchmarks.Fixture;
import dev.ssot.benchmarks.Sources;
import dev.ssot.benchmarks.baseline.NameSuffix;
import dev.ssot.benchmarks.recognition.Ranker;
import dev.ssot.benchmarks.report.Results;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Grounds;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScanRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured on labels: ranking and decision. */
class LabelledTest {

  private final Fixture fixture;
  private final Results results = new Results();

  LabelledTest(@TempDir Path folder) {
    this.fixture = new Fixture(folder);
  }

  private double value(String key) {
    return results.figure(key).value();
  }

  private String share(String key) {
    return results.figure(key).share();
  }

  /** An order that holds every type in the order of ids, but for the query itself. */
  private static Ranker byId(Corpus corpus) {
    return new Ranker() {
      @Override
      public String name() {
        return "by-id";
      }

      @Override
      public Order order(TypeEntry query) {
        return new SsotOrder.ListOrder(
            corpus.codebase().types().stream()
                .map(TypeEntry::id)
                .filter(id -> id != query.id())
                .toList());
      }
    };
  }

  @Test
  void ranksEveryRivalInBothDirections() {
    Corpus corpus = fixture.corpus();
    Ranking ranking = new Ranking();
    ranking.ask(corpus, Pair.of(corpus, fixture.labels()), List.of(byId(corpus)));
    ranking.report("x", results);
    // HexCodec is the first of all types; HexTool stands behind it and twelve parts.
    assertEquals("50.0 % (1 of 2)", share("x.ranking.by-id.query.first"));
    assertEquals("50.0 % (1 of 2)", share("x.ranking.by-id.pair.first-five"));
    assertEquals((1.0 + 1.0 / 13) / 2, value("x.ranking.by-id.query.reciprocal"), 1e-9);
    assertEquals("50.0 % (1 of 2)", share("x.ranking.copy.first"));
    assertEquals(2, ranking.details().size());
  }

  @Test
  void otherRivalsOfTheRoleTakeNoPlace() {
    new Sources(fixture.folder())
        .type("two", "a.HexThird", Fixture.codec("HexThird", "encode", "decode"));
    Corpus corpus = fixture.corpus();
    Ranking ranking = new Ranking();
    List<Pair> pairs =
        Pair.of(
            corpus,
            fixture.labels(
                """
                test\thex-codec\trival\tcopy\ttwo:a.HexThird\ttwo:b.HexTool\tsame
                test\thex-codec\trival\tcopy\ttwo:a.HexThird\tone:a.HexCodec\tsame
                """));
    ranking.ask(corpus, pairs, List.of(byId(corpus)));
    ranking.report("x", results);
    // HexCodec is first for HexThird; HexTool then comes after twelve parts, not after HexCodec.
    assertEquals(
        "13",
        ranking.details().stream()
            .filter(row -> row.get(2).endsWith("HexThird"))
            .filter(row -> row.get(3).endsWith("HexTool"))
            .findFirst()
            .orElseThrow()
            .get(4));
  }

  private List<String> unlabelled(String query, String labels, Ranker... more) {
    Corpus corpus = fixture.corpus();
    List<Ranker> rankers = new ArrayList<>(List.of(byId(corpus)));
    rankers.addAll(List.of(more));
    Ranking ranking = new Ranking();
    ranking.ask(corpus, Pair.of(corpus, fixture.labels(labels)), rankers);
    return ranking.unlabelled().stream()
        .filter(row -> row.get(2).equals(query))
        .map(row -> row.get(1) + " " + row.get(3))
        .toList();
  }

  @Test
  void listsWhatStandsAboveTheFirstRivalWithoutALabel() {
    String labels = "test\thex\trival\tcopy\tone:a.HexCodec\ttwo:b.HexTool\tsame\n";
    List<String> above = unlabelled("one:a.HexCodec", labels);
    assertEquals(5, above.size(), "of the twelve parts the first five");
    assertTrue(above.get(0).startsWith("by-id one:a.part.Part"), above::toString);
    assertEquals(List.of(), unlabelled("two:b.HexTool", labels), "its rival comes first");

    String negative = above.get(1).substring("by-id ".length());
    List<String> rest =
        unlabelled(
            "one:a.HexCodec",
            labels + "test\thex\tnegative\tfamily\t%s\tone:a.HexCodec\tno\n".formatted(negative));
    List<String> expected = new ArrayList<>(above);
    expected.remove(1);
    assertEquals(expected, rest, "what is labelled takes its place and is not listed");
  }

  @Test
  void listsNoOtherRivalOfTheRoleAndOfFurtherRankersTheFirstAlone() {
    String labels =
        """
        test\thex\trival\tcopy\tone:a.HexCodec\ttwo:b.HexTool\tsame
        test\thex\trival\tcopy\ttwo:b.HexTool\ttwo:b.LineCounter\tsame
        """;
    assertEquals(
        List.of("by-id", "by-id", "by-id", "by-id", "by-id", "again"),
        unlabelled("two:b.LineCounter", labels, named("again", byId(fixture.corpus()))).stream()
            .map(row -> row.substring(0, row.indexOf(' ')))
            .toList());
    assertTrue(
        unlabelled("two:b.LineCounter", labels).stream()
            .noneMatch(row -> row.contains("HexCodec")));
  }

  private static Ranker named(String name, Ranker ranker) {
    return new Ranker() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Order order(TypeEntry query) {
        return ranker.order(query);
      }
    };
  }

  @Test
  void countsWhatTheRuleSaysOfRivalsAndNegatives() {
    Corpus corpus = fixture.corpus();
    Decision decision = new Decision();
    decision.ask(
        corpus, Pair.of(corpus, fixture.labels()), List.of(new NameSuffix(corpus.codebase())));
    decision.report("x", results);
    assertEquals("100.0 % (1 of 1)", share("x.decision.ssot.precision"));
    assertEquals("100.0 % (1 of 1)", share("x.decision.ssot.recall"));
    assertEquals("0.0 % (0 of 1)", share("x.decision.name-suffix.recall"));
    assertEquals("n/a (0)", share("x.decision.name-suffix.precision"));
    assertEquals(List.of(), decision.unjudged());
    assertEquals("right", decision.details().get(0).get(1));
  }

  @Test
  void listsWhatIsFoundAndNotLabelled() {
    new Sources(fixture.folder())
        .type("two", "b.HexThird", Fixture.codec("HexThird", "encode", "decode"));
    Corpus corpus = fixture.corpus();
    Decision decision = new Decision();
    decision.ask(corpus, Pair.of(corpus, fixture.labels()), List.of());
    assertEquals(1, decision.unjudged().size());
    assertEquals("two:b.HexThird", decision.unjudged().get(0).get(1));
  }

  @Test
  void leavesOutACanonicalWhoseNameStandsInAnEarlierLibrary() {
    new Sources(fixture.folder())
        .type("two", "a.HexCodec", Fixture.codec("HexCodec", "encode", "decode"));
    Corpus corpus = fixture.corpus();
    Decision decision = new Decision();
    decision.ask(
        corpus,
        Pair.of(
            corpus,
            fixture.labels("test\thex\trival\tcopy\ttwo:a.HexCodec\ttwo:b.HexTool\tsame\n")),
        List.of());
    assertEquals(List.of(), decision.details());
  }

  @Test
  void refusesLabelsOfTypesThatAreNotThere() {
    Corpus corpus = fixture.corpus();
    UnknownTypes refused =
        assertThrows(
            UnknownTypes.class,
            () ->
                Pair.of(
                    corpus,
                    fixture.labels("test\thex\trival\tcopy\tone:a.HexCodec\ttwo:b.Gone\tsame\n")));
    assertEquals(
        "The codebase `test` declares no such type:\n  line 1: `two:b.Gone`", refused.getMessage());
  }

  @Test
  void findsWhatAScanFinds() {
    Corpus corpus = fixture.corpus();
    List<TypeEntry> canonicals = List.of(Pair.of(corpus, fixture.labels()).get(0).left());
    List<Finding> scanned =
        Scan.run(
                new ScanRequest(
                    fixture.folder(),
                    List.of(fixture.folder()),
                    Rules.policy(canonicals),
                    Set.of(Rules.DUPLICATE, Rules.FRAGMENTED),
                    Grounds.none(),
                    1),
                ScanListener.silent())
            .findings();
    List<Finding> measured =
        Rules.run(Rules.DUPLICATE, corpus.codebase(), Rules.policy(canonicals));
    assertEquals(1, measured.size());
    assertEquals(scanned, measured);
  }
}
