package dev.ssot.cli.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ssot.rules.model.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineIndexTest {

  /** Lines that end in each way, with characters of one to four bytes in UTF-8. */
  private static final String TEXT = "a\n\u00e9\r\n\u20ac\ud83d\ude00x\rend";

  private static LineIndex index(PositionEncoding encoding) {
    return new LineIndex(TEXT, encoding);
  }

  private static JsonNode position(int line, int character) {
    return JsonNodeFactory.instance.objectNode().put("line", line).put("character", character);
  }

  private static String words(JsonNode range) {
    JsonNode start = range.path("start");
    JsonNode end = range.path("end");
    return "%s:%s-%s:%s"
        .formatted(
            start.path("line"), start.path("character"), end.path("line"), end.path("character"));
  }

  @Test
  void countsColumnsInTheEncoding() {
    Region region = new Region(3, 2, 3, 5);
    assertEquals("2:1-2:4", words(LineIndex.range(region, Optional.empty())));
    assertEquals(
        "2:1-2:4", words(LineIndex.range(region, Optional.of(index(PositionEncoding.UTF_16)))));
    assertEquals(
        "2:3-2:8", words(LineIndex.range(region, Optional.of(index(PositionEncoding.UTF_8)))));
    assertEquals(
        "2:1-2:3", words(LineIndex.range(region, Optional.of(index(PositionEncoding.UTF_32)))));
  }

  @Test
  void placesOffsetsOnLinesThatEndInEachWay() {
    LineIndex index = index(PositionEncoding.UTF_16);
    assertEquals("0:0-1:0", words(index.range(0, 2)));
    assertEquals("1:1-2:0", words(index.range(3, 5)));
    assertEquals("3:0-3:3", words(index.range(10, TEXT.length())));
  }

  @Test
  void everyPositionOfACharacterLeadsBackToIt() {
    for (PositionEncoding encoding : PositionEncoding.values()) {
      LineIndex index = index(encoding);
      for (int at = 0; at < TEXT.length(); at = TEXT.offsetByCodePoints(at, 1)) {
        JsonNode start = index.range(at, at).path("start");
        Region place = index.place(start);
        assertEquals(
            start,
            LineIndex.range(place, Optional.of(index)).path("start"),
            encoding + " at " + at);
      }
    }
  }

  @Test
  void positionsOutsideOfTheTextAreItsNearestPlaces() {
    LineIndex index = index(PositionEncoding.UTF_16);
    assertEquals(new Region(4, 4, 4, 4), index.place(position(99, 99)));
    assertEquals(new Region(1, 3, 1, 3), index.place(position(0, 99)));
    assertEquals(new Region(1, 1, 1, 1), index.place(position(-1, -1)));
    assertEquals("9:1-9:1", words(LineIndex.range(new Region(10, 2, 10, 2), Optional.of(index))));
  }

  @Test
  void theFirstEncodingCountsThatBothKnow() {
    for (List<String> offered :
        List.of(List.of("utf-8", "utf-16"), List.of("utf-7", "utf-8"), List.of("utf-8"))) {
      assertEquals(PositionEncoding.UTF_8, agreed(offered));
    }
    assertEquals(PositionEncoding.UTF_32, agreed(List.of("utf-32", "utf-8")));
    assertEquals(PositionEncoding.UTF_16, agreed(List.of()));
    assertEquals(PositionEncoding.UTF_16, agreed(List.of("utf-7")));
  }

  private static PositionEncoding agreed(List<String> offered) {
    var names = JsonNodeFactory.instance.arrayNode();
    offered.forEach(names::add);
    return PositionEncoding.agreed(names);
  }
}
