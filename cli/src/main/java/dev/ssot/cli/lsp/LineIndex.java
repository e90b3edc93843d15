package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the lines of a text begin, and how its places are written in the protocol.
 *
 * <p>The lines of the protocol start at 0 and end at LF, CR or CR LF, as those of a scan do; its
 * columns count units of an encoding that client and server agree on.
 */
final class LineIndex {

  private final String text;
  private final PositionEncoding encoding;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  LineIndex(String text, PositionEncoding encoding) {
    this.text = text;
    this.encoding = encoding;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        starts.add(i + 1);
      }
    }
  }

  /**
   * A region as a range.
   *
   * @param lines of the text that it is in; without it the columns are those of the region
   */
  static ObjectNode range(Region region, Optional<LineIndex> lines) {
    ObjectNode range = JsonNodeFactory.instance.objectNode();
    range.set("start", position(region.line() - 1, region.column() - 1, lines));
    range.set("end", position(region.endLine() - 1, region.endColumn() - 1, lines));
    return range;
  }

  private static ObjectNode position(int line, int units, Optional<LineIndex> lines) {
    int column = lines.map(index -> index.column(line, units)).orElse(units);
    return JsonNodeFactory.instance.objectNode().put("line", line).put("character", column);
  }

  /** The range between two offsets. */
  ObjectNode range(int from, int to) {
    ObjectNode range = JsonNodeFactory.instance.objectNode();
    range.set("start", position(from));
    range.set("end", position(to));
    return range;
  }

  private ObjectNode position(int offset) {
    int line = line(offset);
    return position(line, offset - starts.get(line), Optional.of(this));
  }

  private int line(int offset) {
    int low = 0;
    int high = starts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int column(int line, int units) {
    if (line >= starts.size()) {
      return units;
    }
    int start = starts.get(line);
    return encoding.units(text, start, Math.min(text.length(), start + units));
  }

  /** The place of a position in a scan: line and column, both from 1, the column in UTF-16. */
  Region place(JsonNode position) {
    int line = Math.min(Math.max(0, position.path("line").asInt()), starts.size() - 1);
    int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
    int wanted = position.path("character").asInt();
    int at = starts.get(line);
    for (int column = 0; at < end && column < wanted; ) {
      int next = text.offsetByCodePoints(at, 1);
      column += encoding.units(text, at, next);
      at = next;
    }
    int column = at - starts.get(line) + 1;
    return new Region(line + 1, column, line + 1, column);
  }
}
