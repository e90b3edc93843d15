package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.Location;
import dev.ssot.rules.scan.ScannedCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places of one scan as the client knows them.
 *
 * <p>Reads a text once, and only where columns have to be counted anew. Not safe for concurrent
 * use.
 */
final class Addresses {

  private final ScannedCode code;
  private final RootFolder root;
  private final Documents documents;
  private final PositionEncoding encoding;
  private final Map<String, LineIndex> indexes = new HashMap<>();

  Addresses(ScannedCode code, RootFolder root, Documents documents, PositionEncoding encoding) {
    this.code = code;
    this.root = root;
    this.documents = documents;
    this.encoding = encoding;
  }

  /** The address of a file of the scan, by its path there. */
  String uri(String path) {
    Path file = code.request().base().resolve(path);
    return documents.of(file).map(Document::uri).orElseGet(() -> root.uri(file));
  }

  /** A place as the protocol writes it. */
  ObjectNode location(Location place) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("uri", uri(place.path()));
    return node.set("range", range(place));
  }

  /** The range of a place. */
  ObjectNode range(Location place) {
    Optional<LineIndex> lines =
        encoding == PositionEncoding.UTF_16
            ? Optional.empty()
            : Optional.of(indexes.computeIfAbsent(place.path(), this::index));
    return LineIndex.range(place.region(), lines);
  }

  private LineIndex index(String path) {
    return new LineIndex(String.join("\n", lines(path)), encoding);
  }

  /** The lines of a file; none if it is not to be had. */
  List<String> lines(String path) {
    return code.lines(path);
  }
}
