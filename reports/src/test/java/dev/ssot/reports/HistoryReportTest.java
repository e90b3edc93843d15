package dev.ssot.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.rules.model.Forecast.State;
import dev.ssot.rules.model.History;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a history looks like; how the page works is tried in a browser by {@code src/test/page}. */
final class HistoryReportTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-history");
  private static final Path PAGES = Path.of("target", "page");
  private static final String HOSTILE = HostileText.TEXT;

  private static Map<String, History> samples() {
    return new TreeMap<>(
        Map.of("all", SampleHistories.all("Ann"), "blind", SampleHistories.blind()));
  }

  private static String rendered(History history, String format) {
    StringWriter out = new StringWriter();
    try {
      HistoryReport.write(history, format, ReportOptions.plain("0.1.0"), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String withoutOwn(String html) {
    return html.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>")
        .replaceAll("sha256-[^&]*", "sha256-");
  }

  @TestFactory
  Stream<DynamicTest> rendersTheGoldenFile() {
    List<DynamicTest> tests = new ArrayList<>();
    samples()
        .forEach(
            (name, history) ->
                HistoryReport.formats()
                    .forEach(
                        format ->
                            tests.add(
                                DynamicTest.dynamicTest(
                                    name + "." + format,
                                    () -> compare(name + "." + format, history, format)))));
    return tests.stream();
  }

  private static void compare(String name, History history, String format) throws IOException {
    Path file = GOLDEN.resolve(name);
    String rendered = withoutOwn(rendered(history, format));
    boolean same = Files.exists(file) && Files.readString(file).equals(rendered);
    if (Boolean.getBoolean("golden.update") && !same) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, rendered);
      fail("Rewrote " + file + "; read the difference, then run again without golden.update");
    }
    assertEquals(Files.readString(file), rendered);
  }

  @Test
  void everyHistoryConformsToThePublishedSchema() {
    SchemaFile schema = SchemaFile.ofHistory();
    for (History history :
        List.of(
            SampleHistories.all("Ann"), SampleHistories.all(HOSTILE), SampleHistories.blind())) {
      JsonNode document = SchemaFile.parse(rendered(history, "json"));
      assertEquals(List.of(), schema.errors(document));
    }
    assertEquals(
        JsonHistory.SCHEMA_VERSION,
        schema.document().at("/properties/schemaVersion/const").asInt());
  }

  @Test
  void theSampleHasEveryForecast() {
    TreeSet<State> states = new TreeSet<>();
    SampleHistories.all("Ann").shims().forEach(shim -> states.add(shim.forecast().state()));
    assertEquals(new TreeSet<>(Arrays.asList(State.values())), states);
  }

  @Test
  void hostileNamesAddNoMarkupAndMoveNoCursor() throws IOException {
    History hostile = SampleHistories.all(HOSTILE);
    String html = withoutOwn(rendered(hostile, "html"));
    assertFalse(html.contains("<script>alert"));
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertEquals(0, html.replace("\n", "").codePoints().filter(VisibleText::isInvisible).count());
    String text = rendered(hostile, "console");
    assertEquals(0, text.replace("\n", "").codePoints().filter(VisibleText::isInvisible).count());
    assertEquals(
        HOSTILE,
        SchemaFile.parse(rendered(hostile, "json")).at("/points/1/commit/author").asText());
    Files.createDirectories(PAGES);
    Files.writeString(PAGES.resolve("history-hostile.html"), rendered(hostile, "html"));
    Files.writeString(PAGES.resolve("history.html"), rendered(SampleHistories.all("Ann"), "html"));
  }

  @Test
  void whatIsNotKnownIsNeverZeroOrGreen() {
    JsonNode point = SchemaFile.parse(rendered(SampleHistories.blind(), "json")).at("/points/0");
    assertTrue(point.get("score").isNull());
    assertTrue(point.get("unread").isNull());
    String html = rendered(SampleHistories.blind(), "html");
    assertTrue(html.contains("No score"), html);
    assertFalse(html.contains("class=\"top good\""));
    String all = rendered(SampleHistories.all("Ann"), "html");
    assertEquals(3 * 4, all.split("class=\"gap\"", -1).length - 1);
    // Once in each of four charts and once in the table of commits.
    assertEquals(5, all.split("; incomplete: 2 problems", -1).length - 1);
  }
}
