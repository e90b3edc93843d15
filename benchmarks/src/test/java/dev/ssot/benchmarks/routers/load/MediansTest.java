package dev.ssot.benchmarks.routers.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MediansTest {

  private final Medians medians = new Medians();

  @Test
  void ofAnOddNumberIsTheOneInTheMiddle() {
    medians.add("p99", 9);
    medians.add("p99", 1);
    medians.add("p99", 4);
    assertEquals(4, figures().get("p99"));
  }

  @Test
  void ofAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    medians.add("p99", 8);
    medians.add("p99", 1);
    medians.add("p99", 4);
    medians.add("p99", 100);
    assertEquals(6, figures().get("p99"));
  }

  @Test
  void everyValueIsShownTooInItsOrder() {
    medians.add("p99", 3);
    medians.add("p99", 1);
    assertEquals(Map.of("p99", 2.0, "p99.1", 3.0, "p99.2", 1.0), figures());
    assertEquals(1, medians.newest("p99"));
  }

  @Test
  void whatWasNotMeasuredHasNoNewestValue() {
    assertThrows(IllegalStateException.class, () -> medians.newest("p99"));
  }

  private Map<String, Double> figures() {
    Figures figures = new Figures();
    medians.putInto(figures);
    return figures.values();
  }
}
