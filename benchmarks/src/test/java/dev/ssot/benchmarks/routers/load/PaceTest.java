package dev.ssot.benchmarks.routers.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final Pace pace = new Pace(1_000, 4, 2_000);

  @Test
  void theFirstMessageOfTheFirstLineIsDueAtTheStart() {
    assertEquals(1_000, pace.due(0, 0));
  }

  @Test
  void linesTakeTurnsAtEqualDistances() {
    assertEquals(500_000, pace.due(1, 0) - pace.due(0, 0));
    assertEquals(500_000, pace.due(0, 1) - pace.due(3, 0));
  }

  @Test
  void aSecondHasAsManyMessagesAsItsRate() {
    assertEquals(Duration.ofSeconds(1).toNanos(), pace.due(0, 500) - pace.due(0, 0));
  }

  @Test
  void aRateThatDividesNoSecondDoesNotDrift() {
    Pace odd = new Pace(0, 1, 3);
    assertEquals(Duration.ofHours(1).toNanos(), odd.due(0, 3 * 3_600));
    assertTrue(odd.due(0, 1) >= 333_333_333 && odd.due(0, 1) <= 333_333_334);
  }
}
