package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.codebase.Codebase.TypeEntry;
import dev.ssot.rules.fixture.Neighbourhood;
import dev.ssot.rules.fixture.Project;
import dev.ssot.rules.fixture.TicketOffice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads forests, asks them, and holds the one of the product against what it is asked. */
class ForestTest {

  private static final String TEXT =
      """
      # a comment
      height width
      0:1.5 1:2 100 300 900

      1:-0.25 0 500
      """;

  private static Map<String, Double> values(double height, double width) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("height", height);
    values.put("width", width);
    return values;
  }

  @Test
  void aForestSaysTheMeanOfItsTreesAndRoundsDown() {
    Forest forest = Forest.parse(TEXT);

    assertEquals(List.of("height", "width"), forest.features());
    assertEquals(30, forest.percent(values(1.5, 2)));
    assertEquals(40, forest.percent(values(1.5, 2.1)));
    assertEquals(70, forest.percent(values(1.6, 2)));
    assertEquals(5, forest.percent(values(-3, -0.25)));
  }

  @Test
  void otherFeaturesAreRefused() {
    Forest forest = Forest.parse(TEXT);

    assertThrows(IllegalArgumentException.class, () -> forest.percent(Map.of("height", 1.0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "height",
        "height\n0:1.5 100",
        "height\n0:1.5 100 200 300",
        "height\n1:1.5 100 200",
        "height\n-1:2 1 2",
        "height\nmuch",
        "height\n0:much 1 2",
        "height\n0:1.2.3 1 2",
        "height\n0:",
        "height\n0: 1 2",
        "height\n0:1 -1 2"
      })
  void whatIsNoForestIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Forest.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "48.64",
        "0.04836",
        "-0.25",
        ".5",
        "5.",
        "1e3",
        "0.1",
        "99999.9999999999",
        "0.12345678901234",
        "0.123456789012345678",
        "123456789012345678",
        "4.9E-324"
      })
  void thresholdsAreWhatTheyAreElsewhere(String threshold) {
    Forest forest = Forest.parse("height\n0:" + threshold + " 0 1000");
    double value = Double.parseDouble(threshold);

    assertEquals(0, forest.percent(new double[] {value}));
    assertEquals(100, forest.percent(new double[] {Math.nextUp(value)}));
  }

  @Test
  void theForestOfTheProductAsksForWhatIsMeasured(@TempDir Path folder) {
    Codebase codebase =
        Neighbourhood.around(Project.in(folder))
            .java(TicketOffice.SOURCE)
            .java(TicketOffice.copy("fair.gate", "Booth"))
            .codebase();
    TypeEntry office = codebase.type("fair.tickets.TicketOffice").orElseThrow();
    TypeEntry booth = codebase.type("fair.gate.Booth").orElseThrow();
    Rivalry rivalry = new Rivalry(codebase);
    Map<String, Double> features = rivalry.features(office, booth);
    Forest forest = Forest.load(JobModel.class, "job-forest.txt");

    assertEquals(forest.features(), List.copyOf(features.keySet()));
    assertTrue(features.values().stream().allMatch(Double::isFinite), features.toString());
    for (TypeEntry other : codebase.types()) {
      if (!List.of(office.id(), booth.id()).contains(other.id())) {
        int merelyNear = forest.percent(rivalry.features(office, other));
        assertTrue(forest.percent(features) > 2 * merelyNear, other.name() + ": " + merelyNear);
      }
    }
  }
}
