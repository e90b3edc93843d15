package dev.ssot.rules.rivals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Codebase;
import dev.ssot.rules.fixture.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  private Map<String, Double> features(String canonical, String other) {
    Codebase codebase = project.codebase();
    Map<String, Double> features = new TreeMap<>();
    new Wordings(new ProfileIndex(codebase))
        .add(
            features, codebase.type(canonical).orElseThrow(), codebase.type(other).orElseThrow());
    return features;
  }

  @Test
  void aWordOfTheNameStandsInAMemberOfTheOther() {
    Map<String, Double> features = features("fair.TicketSeller", "gate.Booth");

    assertEquals(0.5, features.get("name-in-members.canonical"), 0.01);
    assertEquals(0.0, features.get("name-in-members.other"));
    assertEquals(0.0, features.get("name-in-comments.canonical"));
    assertTrue(features.get("own-name.canonical") > features.get("own-name.other"));
  }

  @Test
  void aMethodOfAnotherNameIsFoundByWordsAndTypes() {
    Map<String, Double> features = features("fair.TicketSeller", "gate.Booth");

    assertEquals(1, features.get("offered.canonical"), "accessors are not offered");
    assertEquals(1, features.get("offered.other"), "what is not public is not offered");
    assertEquals(0.0, features.get("offered.names"));
    assertEquals(1.0, features.get("offered.shapes"));
    // One of three words of the names, and all types.
    assertEquals(0.6 * 1 / 3 + 0.4, features.get("methods-found.canonical"), 1e-9);
    assertTrue(features.get("methods-found.other") < features.get("methods-found.canonical"));
  }

  @Test
  void whatHasNoWordsIsToldFromWhatSharesNone() {
    Map<String, Double> features = features("other.Empty", "gate.Booth");

    assertEquals(-1, features.get("offered.words.canonical"));
    assertEquals(-1, features.get("methods-found.canonical"));
    assertEquals(0.0, features.get("offered.words.other"));
  }

  @Test
  void aTypeSaysAllOfItself() {
    Map<String, Double> features = features("gate.Booth", "gate.Booth");

    assertEquals(1.0, features.get("offered.names"));
    assertEquals(1.0, features.get("methods-found.other"));
    assertEquals(-1, features.get("own-name-in-words.canonical"), "no word is its own");
    assertEquals(0.0, features.get("own-name.canonical"));
  }
}
