package dev.ssot.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.benchmarks.data.Floor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private final Results results = new Results();

  @Test
  void aShareShowsNumeratorAndDenominator() {
    assertEquals("66.7 % (2 of 3)", results.add("a", 2, 3).share());
    assertEquals("n/a (0)", results.add("b", 0, 0).share());
  }

  @Test
  void aFigureIsMeasuredOnce() {
    results.add("a", 1, 2);
    assertThrows(IllegalArgumentException.class, () -> results.add("a", 1, 2));
  }

  @Test
  void aTableIsMarkdown() {
    Table table =
        new Table("Title", List.of("one", "two"), List.of(List.of("a|b", "c")), "Remark.");
    assertEquals(
        """
        ### Title

        | one | two |
        |---|---|
        | a\\|b | c |

        Remark.
        """,
        table.markdown());
  }

  private FloorCheck check(Floor... floors) {
    return new FloorCheck(results, List.of(floors));
  }

  @Test
  void figuresThatKeepTheirBoundsPass() {
    results.add("sample.ranking.first", 9, 10);
    FloorCheck check =
        check(
            new Floor("sample.ranking.first", true, 0.9),
            new Floor("scored.ranking.first", true, 0.99));
    assertEquals(List.of(), check.failures());
    assertEquals("1 of 2 bounds apply, 0 of them do not hold", check.summary());
  }

  @Test
  void aFigureBelowItsBoundFails() {
    results.add("sample.ranking.first", 8, 10);
    assertEquals(
        List.of("sample.ranking.first: 0.8000, but it must be at least 0.9000"),
        check(new Floor("sample.ranking.first", true, 0.9)).failures());
  }

  @Test
  void aFigureAboveItsBoundFails() {
    results.add("sample.injected.alias.reported", 1, 10);
    assertEquals(
        List.of("sample.injected.alias.reported: 0.1000, but it must be at most 0.0000"),
        check(new Floor("sample.injected.alias.reported", false, 0)).failures());
  }

  @Test
  void aFigureOfNothingFails() {
    results.add("sample.ranking.first", 0, 0);
    assertEquals(
        List.of("sample.ranking.first: nothing was measured"),
        check(new Floor("sample.ranking.first", true, 0)).failures());
  }

  @Test
  void aFigureThatIsGoneFails() {
    results.add("sample.ranking.first", 1, 1);
    assertEquals(
        List.of("sample.ranking.second: nothing was measured"),
        check(new Floor("sample.ranking.second", true, 0)).failures());
  }

  @Test
  void aCheckWithoutAnyBoundFails() {
    results.add("scored.ranking.first", 1, 1);
    assertEquals(
        List.of("no bound applies to what was measured"),
        check(new Floor("sample.ranking.first", true, 0)).failures());
  }

  @Test
  void theReadmeIsReplacedBetweenItsMarks() {
    results.add("scored.decision.ssot.recall", 8, 10);
    String readme = "# A\n%s\nold\n%s\n# B\n".formatted(ReadmeSection.BEGIN, ReadmeSection.END);
    String written = ReadmeSection.in(readme, results);
    assertTrue(written.contains("80.0 % (8 of 10)"), written);
    String head = "\n| measured | goal | scored part |\n|---|---|---|\n";
    assertTrue(written.startsWith("# A\n" + ReadmeSection.BEGIN + head), written);
    assertTrue(written.endsWith("|\n" + ReadmeSection.END + "\n# B\n"), written);
    assertEquals(written, ReadmeSection.in(written, results));
  }

  @Test
  void aReadmeWithoutMarksIsRefused() {
    assertThrows(IllegalStateException.class, () -> ReadmeSection.in("# A\n", results));
  }

  @Test
  void theVersionOfTheDataChangesWithThem() {
    String empty = ResultsPage.version(List.of(), List.of());
    assertEquals(12, empty.length());
    assertTrue(ResultsPage.markdown(results, List.of(), List.of()).contains(empty));
  }
}
