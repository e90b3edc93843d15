package dev.ssot.cli.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.model.Baseline;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the entries of two baselines that come from one. */
class BaselineMergeTest {

  /** Entries written as a letter for the fingerprint and a digit for the path. */
  private static Baseline baseline(String entries) {
    List<Baseline.Line> lines = new ArrayList<>();
    for (String entry : entries.isEmpty() ? new String[0] : entries.split(" ")) {
      String digit = String.valueOf(entry.charAt(0) - 'a');
      lines.add(
          new Baseline.Line(
              lines.size() + 1,
              new BaselineEntry(
                  "rule", "Subject", "", new Fingerprint("v1:" + digit.repeat(32)), entry)));
    }
    return new Baseline("known.jsonl", lines);
  }

  private static String merged(String base, String ours, String theirs) {
    return String.join(
        " ",
        BaselineMerge.merge(baseline(base), baseline(ours), baseline(theirs)).stream()
            .map(BaselineEntry::path)
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', ''",
    "a1 b1, a1 b1, a1 b1, a1 b1",
    "a1, a1 b1, a1 c1, a1 b1 c1",
    "a1 b1, b1, a1 b1 c1, b1 c1",
    "a1 b1, b1, a1, ''",
    "a1 b1, a1, a1, a1",
    "'', a1, a1, a1",
    "'', a1, a2, a1",
    "'', a1 a2, a1, a1 a2",
    "'', a1, a1 a2, a1 a2",
    "a1, a1 a2, a1 a3, a1 a2",
    "a1 a2, a1, a1 a2 a3, a1 a3",
    "a1 a2, a1, a2, a1",
    "a1 a2, a1 a2, a1, a1",
    "a1, a2, a1, a2",
    "a1, a2, a3, a2",
    "a1, a2, '', ''",
    "a1 b1, b1 c1, a2 b1, b1 c1",
  })
  void mergesEachFingerprintByItself(String base, String ours, String theirs, String expected) {
    assertEquals(expected, merged(base, ours, theirs));
  }

  @Test
  void theNumberOfEntriesDoesNotDependOnTheSide() {
    for (int base = 0; base < 5; base++) {
      for (int ours = 0; ours < 5; ours++) {
        for (int theirs = 0; theirs < 5; theirs++) {
          int number = BaselineMerge.number(base, ours, theirs);
          String all = base + " " + ours + " " + theirs;
          assertEquals(number, BaselineMerge.number(base, theirs, ours), all);
          assertTrue(number >= 0 && number <= Math.max(ours, theirs), all);
          assertEquals(ours, BaselineMerge.number(base, ours, base), all);
          assertEquals(ours, BaselineMerge.number(base, ours, ours), all);
        }
      }
    }
  }
}
