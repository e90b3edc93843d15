package dev.ssot.benchmarks.routers.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OrderCheckTest {

  private final OrderCheck check = new OrderCheck(0);

  @Test
  void findsNothingWrongWithNumbersInOrder() {
    came(0, 1, 2, 3);
    assertEquals(Faults.NONE, check.faults(4));
  }

  @Test
  void countsWhatNeverCame() {
    came(0, 3);
    assertEquals(new Faults(2, 0, 0, 0), check.faults(4));
  }

  @Test
  void countsWhatIsMissingAtTheEnd() {
    came(0, 1);
    assertEquals(new Faults(3, 0, 0, 0), check.faults(5));
  }

  @Test
  void countsALateNumberAsReorderedAndNotAsLost() {
    came(0, 2, 1, 3);
    assertEquals(new Faults(0, 0, 1, 0), check.faults(4));
  }

  @Test
  void countsANumberThatComesAgain() {
    came(0, 1, 1, 0);
    assertEquals(new Faults(0, 2, 0, 0), check.faults(2));
  }

  @Test
  void countsALateNumberThatComesAgainAsBoth() {
    came(0, 2, 1, 1);
    assertEquals(new Faults(0, 1, 1, 0), check.faults(3));
  }

  private void came(long... numbers) {
    for (long number : numbers) {
      check.came(number);
    }
  }
}
