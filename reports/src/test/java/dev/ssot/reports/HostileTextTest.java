package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scanned code cannot reach the terminal, forge a line or break a format. */
final class HostileTextTest {

  private static final String EVERY_CHARACTER =
      IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
          .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  static Stream<String> formats() {
    return Reporters.formats().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noFormatShowsAnInvisibleCharacter(String format) {
    String rendered = Scenario.HOSTILE_TEXT.rendered(format);
    // RFC 4180 ends a line with both.
    String report = format.equals("csv") ? rendered.replace("\r\n", "\n") : rendered;
    assertEquals(
        0,
        report.codePoints().filter(c -> c != '\n' && VisibleText.isInvisible(c)).count(),
        () -> VisibleText.of(report));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void everyFormatIsWellFormedUtf8(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reporters.named(format)
        .orElseThrow()
        .write(Scenario.HOSTILE_TEXT.result(), Scenario.OPTIONS, out);
    String decoded =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
    assertEquals(Scenario.HOSTILE_TEXT.rendered(format), decoded);
  }

  @Test
  void colourIsAllThatTheConsoleAdds() {
    for (Scenario scenario : Scenario.values()) {
      String coloured = scenario.rendered("console", Scenario.COLOURED);
      String plain = scenario.rendered("console");
      assertFalse(coloured.equals(plain));
      assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }
  }

  @Test
  void noTextForgesALineOfItsOwn() {
    assertTrue(HostileText.TEXT.contains("\n::error::"));
    for (String line : Scenario.HOSTILE_TEXT.rendered("console").lines().toList()) {
      assertFalse(line.stripLeading().startsWith("::error::"), line);
      assertFalse(line.stripLeading().startsWith("x:1:1:"), line);
    }
  }

  @Test
  void jsonGivesBackWellFormedTextUnchanged() {
    JsonNode json = SchemaFile.parse(Scenario.HOSTILE_TEXT.rendered("json"));
    assertTrue(json.findValuesAsText("member").contains(HostileText.TEXT));
    assertTrue(json.findValuesAsText("imported").contains(HostileText.TEXT));
  }

  @Test
  void jsonReplacesHalfPairs() {
    JsonNode json = SchemaFile.parse(Scenario.HOSTILE_TEXT.rendered("json"));
    assertTrue(json.findValuesAsText("pattern").contains("\ufffda\ufffdb\ufffd\ud800\udc00\ufffd"));
  }

  @Test
  void everyCharacterSurvivesJson() throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JsonPage.generator(out)) {
      json.writeString(EVERY_CHARACTER);
    }
    assertEquals(0, out.toString().codePoints().filter(VisibleText::isInvisible).count());
    assertTrue(EVERY_CHARACTER.equals(SchemaFile.parse(out.toString()).textValue()));
  }

  @Test
  void everyCharacterIsVisibleOrEscaped() {
    String visible = VisibleText.of(EVERY_CHARACTER + HostileText.BROKEN);
    assertEquals(0, visible.codePoints().filter(VisibleText::isInvisible).count());
    assertTrue(visible.contains("\\n") && visible.contains("\\u001b") && visible.contains("漢"));
    assertTrue(visible.contains("\ufffd") && visible.contains("\\u202e"));
  }

  @Test
  void leavesOrdinaryTextAlone() {
    String text = "Größe `a.B` <T> \"x\" \\d+ 漢字 \ud83d\ude00";
    assertEquals(text, VisibleText.of(text));
  }
}
