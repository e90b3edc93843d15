package dev.ssot.rules.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  @ParameterizedTest
  @CsvSource({
    "36, 37, '97.2 % (36 of 37)'",
    "37, 37, '100.0 % (37 of 37)'",
    "0, 3, '0.0 % (0 of 3)'",
    "9999, 10000, '99.9 % (9999 of 10000)'",
    "2147483646, 2147483647, '99.9 % (2147483646 of 2147483647)'",
    "0, 0, n/a (0 sites)"
  })
  void theTextRoundsDownAndShowsBothNumbers(int compliant, int sites, String text) {
    assertEquals(text, new Tally(compliant, sites).text());
  }

  @Test
  void noSitesAreNoShareAndNeverAHundredPercent() {
    Tally none = new Tally(0, 0);

    assertFalse(none.applicable());
    assertThrows(IllegalStateException.class, none::permille);
  }

  @Test
  void talliesAddUp() {
    assertEquals(new Tally(3, 7), new Tally(1, 2).plus(new Tally(2, 5)));
  }

  @Test
  void moreThanAllIsNoShare() {
    assertThrows(IllegalArgumentException.class, () -> new Tally(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Tally(-1, 1));
  }

  @Test
  void theGateIsMissedBelowItAndNotAtIt() {
    assertFalse(compliance(19, 20).gateMissed());
    assertTrue(compliance(9499, 10_000).gateMissed());
    assertFalse(compliance(0, 0).gateMissed());
  }

  private static Compliance compliance(int compliant, int sites) {
    Tally tally = new Tally(compliant, sites);
    return new Compliance(List.of(new RoleCompliance("role", "a.B", tally, new Tally(0, 0))), 95);
  }
}
