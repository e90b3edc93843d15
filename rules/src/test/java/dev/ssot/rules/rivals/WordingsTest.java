package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one type says in its name another one says elsewhere. */
class WordingsTest {

  private final Project project;

  WordingsTest(@TempDir Path folder) {
    project =
        Project.in(folder)
            .java(
                """
                package fair;
                public class TicketSeller {
                  private int price;
                  public int getPrice() { return price; }
                  public int sellAll(int rides) { return rides * price; }
                }
                """)
            .java(
                """
                package gate;
                /** Hands out whatever a visitor pays for. */
                public class Booth {
                  public int sellTickets(int rides) { int paid = rides; return paid; }
                  int count(String visitors) { return visitors.length(); }
                }
                """)
            .java("package other; public class Empty {}");
  }

  private ToDoubleFunction<String> features(String canonical, String other) {
    Codebase codebase = project.codebase();
    Map<String, Double> features = new TreeMap<>();
    new Wordings(new ProfileIndex(codebase))
        .add(features, codebase.type(canonical).orElseThrow(), codebase.type(other).orElseThrow());
    return name -> Objects.requireNonNull(features.get(name), name);
  }

  @Test
  void aWordOfTheNameStandsInAMemberOfTheOther() {
    ToDoubleFunction<String> features = features("fair.TicketSeller", "gate.Booth");

    assertEquals(0.5, features.applyAsDouble("name-in-members.canonical"), 0.01);
    assertEquals(0.0, features.applyAsDouble("name-in-members.other"));
    assertEquals(0.0, features.applyAsDouble("name-in-comments.canonical"));
    assertTrue(
        features.applyAsDouble("own-name.canonical") > features.applyAsDouble("own-name.other"));
  }

  @Test
  void aMethodOfAnotherNameIsFoundByWordsAndTypes() {
    ToDoubleFunction<String> features = features("fair.TicketSeller", "gate.Booth");

    assertEquals(1.0, features.applyAsDouble("offered.canonical"), "accessors are not offered");
    assertEquals(1.0, features.applyAsDouble("offered.other"), "what is not public is not offered");
    assertEquals(0.0, features.applyAsDouble("offered.names"));
    assertEquals(1.0, features.applyAsDouble("offered.shapes"));
    // One of three words of the names, and all types.
    assertEquals(0.6 * 1 / 3 + 0.4, features.applyAsDouble("methods-found.canonical"), 1e-9);
    assertTrue(
        features.applyAsDouble("methods-found.other")
            < features.applyAsDouble("methods-found.canonical"));
  }

  @Test
  void whatHasNoWordsIsToldFromWhatSharesNone() {
    ToDoubleFunction<String> features = features("other.Empty", "gate.Booth");

    assertEquals(-1.0, features.applyAsDouble("offered.words.canonical"));
    assertEquals(-1.0, features.applyAsDouble("methods-found.canonical"));
    assertEquals(0.0, features.applyAsDouble("offered.words.other"));
  }

  @Test
  void aTypeSaysAllOfItself() {
    ToDoubleFunction<String> features = features("gate.Booth", "gate.Booth");

    assertEquals(1.0, features.applyAsDouble("offered.names"));
    assertEquals(1.0, features.applyAsDouble("methods-found.other"));
    assertEquals(-1.0, features.applyAsDouble("own-name-in-words.canonical"), "no word is its own");
    assertEquals(0.0, features.applyAsDouble("own-name.canonical"));
  }
}
