package dev.ssot.rules.codebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "parseHTTPHeader2, parse http header",
    "userBySession, user by session",
    "MAX_SIZE, max size",
    "HTTP, http",
    "x, x",
    "_private$inner, private inner",
    "utf8Text, utf text",
    "IOException, io exception",
    "ABTest, ab test",
    "größeÄndern, größe ändern",
    "'', ''",
    "'123', ''"
  })
  void identifiersAreSplitIntoWords(String identifier, String words) {
    assertEquals(words, String.join(" ", Words.split(identifier)));
  }

  @Test
  void stemsLeaveOutWhatCarriesNoMeaning() {
    assertEquals(List.of("session", "count"), Words.stems("getSessionsCountOfTheMap"));
    assertEquals(List.of(), Words.stems("getName"));
    assertEquals(List.of(), Words.stems("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "entries, entry",
    "ties, tie",
    "sessions, session",
    "class, class",
    "status, status",
    "analysis, analysis",
    "gas, gas",
    "message, message",
    "i, i"
  })
  void stemsOfPluralsAreSingulars(String word, String stem) {
    assertEquals(stem, Words.stem(word));
  }

  @Test
  void aStemIsItsOwnStem() {
    for (String word : List.of("entries", "sessions", "boxes", "status", "running", "processed")) {
      String stem = Words.stem(word);
      assertEquals(stem, Words.stem(stem), word);
    }
  }

  @Test
  void splittingKeepsEveryLetter() {
    for (String name : List.of("parseHTTPHeader", "aB", "ABC", "someLONGName", "Ünïcode")) {
      assertEquals(name.toLowerCase(Locale.ROOT), String.join("", Words.split(name)), name);
    }
  }
}
