package dev.ssot.rules.codebase.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ssot.rules.codebase.Interner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

  private final Lexer lexer = new Lexer(new Symbols(new Interner()));

  private List<String> texts(String source) {
    Tokens tokens = lexer.read(source);
    return IntStream.range(0, tokens.size() - 1).mapToObj(tokens::textOf).toList();
  }

  private List<Kind> kinds(String source) {
    Tokens tokens = lexer.read(source);
    return IntStream.range(0, tokens.size() - 1).mapToObj(tokens::kind).toList();
  }

  @Test
  void anOperatorIsAsLongAsItCanBeButClosingAnglesStayApart() {
    assertEquals(
        List.of("a", ">>>=", "b", ">", ">", ">", "c", ">>=", "d", "<<=", "e", "->", "f", "::", "g"),
        texts("a>>>=b>>>c>>=d<<=e->f::g"));
  }

  @Test
  void wordsAreKeywordsNamesOrBoth() {
    assertEquals(
        List.of(
            Kind.CLASS, Kind.IDENTIFIER, Kind.RECORD, Kind.NULL, Kind.NON_SEALED, Kind.IDENTIFIER),
        kinds("class classes record null non-sealed non"));
    assertEquals(List.of(Kind.IDENTIFIER, Kind.MINUS, Kind.IDENTIFIER), kinds("non-sealedness"));
  }

  @Test
  void literalsAreWhole() {
    assertEquals(
        List.of(
            "1_000L", ",", "0x1.8p-3", ",", ".5e+10f", ",", "1.", ",", "'\\''", ",", "\"a\\\"b\""),
        texts("1_000L, 0x1.8p-3, .5e+10f, 1., '\\'', \"a\\\"b\""));
  }

  @Test
  void aTextBlockCountsItsLines() {
    Tokens tokens = lexer.read("x = \"\"\"\n  a \\\"\"\" b\r\n  \"\"\";\ny");
    assertEquals(Kind.TEXT_BLOCK, tokens.kind(2));
    assertEquals(3, tokens.line(3));
    assertEquals(6, tokens.column(3));
    assertEquals(4, tokens.line(4));
  }

  @Test
  void placesCountUnitsAndAllLineEnds() {
    Tokens tokens = lexer.read("a\n\tb\r  c\r\n/* x\n */ d");
    assertEquals(List.of(1, 2, 3, 5), lines(tokens));
    assertEquals(List.of(1, 2, 3, 5), columns(tokens));
  }

  private static List<Integer> lines(Tokens tokens) {
    return IntStream.range(0, tokens.size() - 1).mapToObj(tokens::line).toList();
  }

  private static List<Integer> columns(Tokens tokens) {
    return IntStream.range(0, tokens.size() - 1).mapToObj(tokens::column).toList();
  }

  @Test
  void hashesAreThoseOfTheTexts() {
    Tokens tokens = lexer.read("name 12.5 \"text\" -> while");
    for (int token = 0; token < tokens.size() - 1; token++) {
      assertEquals(tokens.textOf(token).hashCode(), tokens.hash(token));
    }
  }

  @Test
  void commentsStandBetweenTokens() {
    Tokens tokens = lexer.read("/** d */ a // l\n/**/ b c");
    assertEquals(3, tokens.commentCount());
    assertEquals("/** d */", tokens.comment(tokens.commentAt(0)));
    assertEquals("/**/", tokens.comment(tokens.commentAt(1)));
    assertEquals(-1, tokens.commentAt(2));
    assertTrue(tokens.isJavadoc(0));
    assertFalse(tokens.isJavadoc(2));
  }

  @Test
  void bracketsKnowTheirPartners() {
    Tokens tokens = lexer.read("( [ ] { } )");
    assertEquals(5, tokens.partner(0));
    assertEquals(1, tokens.partner(2));
    assertEquals(4, tokens.partner(3));
  }

  @Test
  void aTextThatWasHandedOverLeavesNothingBehind() {
    assertThrows(Unsure.class, () -> lexer.read("a b c /* d */ ( \"open"));
    Tokens tokens = lexer.read("x");
    assertEquals(2, tokens.size());
    assertEquals(0, tokens.commentCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"open",
        "\"open\n\"",
        "'ab'",
        "''",
        "\"\\q\"",
        "\"\"\"no line end\"\"\"",
        "\"\"\"\nopen",
        "/* open",
        "( ]",
        "(",
        ")",
        "0int",
        "1.2.3",
        "0b12",
        "\\u0041",
        "#",
        "a\u200bb",
        "\ufeffa",
        "\ud835\udc9c"
      })
  void whatIsNotKnownForCertainIsHandedOver(String source) {
    assertThrows(Unsure.class, () -> lexer.read(source));
  }

  @Test
  void aDeepNestIsHandedOver() {
    assertThrows(Unsure.class, () -> lexer.read("(".repeat(501) + ")".repeat(501)));
    assertEquals(1_000, lexer.read("(".repeat(500) + ")".repeat(500)).size() - 1);
  }
}
