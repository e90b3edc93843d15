package dev.ssot.cli.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("console", "json", "sarif", "forbidden-import");

  private static Optional<String> nearest(String wanted) {
    return NearestName.of(wanted, KNOWN);
  }

  @Test
  void guessesASlipOfOneLetter() {
    assertEquals(Optional.of("json"), nearest("jsn"));
    assertEquals(Optional.of("json"), nearest("jsonn"));
    assertEquals(Optional.of("json"), nearest("jsom"));
  }

  @Test
  void guessesTwoSwappedLetters() {
    assertEquals(Optional.of("sarif"), nearest("sarfi"));
  }

  @Test
  void guessesAWordInCapitals() {
    assertEquals(Optional.of("sarif"), nearest("SARIF"));
  }

  @Test
  void guessesSeveralSlipsInALongName() {
    assertEquals(Optional.of("forbidden-import"), nearest("forbiden_imports"));
  }

  @Test
  void doesNotGuessWhatIsFarAway() {
    assertEquals(Optional.empty(), nearest("xml"));
    assertEquals(Optional.empty(), nearest(""));
    assertEquals(Optional.empty(), nearest("j".repeat(100_000)));
  }

  @Test
  void takesTheNearestOfSeveralAndTheFirstOfEquals() {
    assertEquals(Optional.of("rule"), NearestName.of("rulez", List.of("rules2", "rule")));
    assertEquals(Optional.of("aab"), NearestName.of("aaa", List.of("aac", "aab")));
  }
}
