package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.model.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The documents that are open in the editor, whose texts count in place of the files.
 *
 * <p>Safe for concurrent use: one thread changes it, any may ask.
 */
final class Documents {

  private final Map<Path, Document> open = new ConcurrentHashMap<>();

  /** A document is opened; none if it is no file's. */
  Optional<Document> open(JsonNode item) {
    String uri = item.path("uri").asText();
    String text = item.path("text").asText();
    int version = item.path("version").asInt();
    return noted(
        FileUri.path(uri)
            .map(file -> new Document(uri, file, version, text, isOnDisk(file, text))));
  }

  private static boolean isOnDisk(Path file, String text) {
    try {
      return Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return false;
    }
  }

  /** The whole text of a document is another now. */
  Optional<Document> change(JsonNode identifier, String text) {
    return noted(of(identifier).map(one -> one.with(identifier.path("version").asInt(), text)));
  }

  /** A document was written to its file. */
  Optional<Document> save(JsonNode identifier) {
    return noted(of(identifier).map(Document::asSaved));
  }

  private Optional<Document> noted(Optional<Document> document) {
    document.ifPresent(one -> open.put(one.file(), one));
    return document;
  }

  /** A document is closed: from now on its file counts. */
  Optional<Document> close(JsonNode identifier) {
    Optional<Document> document = of(identifier);
    document.ifPresent(one -> open.remove(one.file()));
    return document;
  }

  /** The open document of an address. */
  Optional<Document> of(JsonNode identifier) {
    return FileUri.path(identifier.path("uri").asText()).flatMap(this::of);
  }

  /** The open document of a file. */
  Optional<Document> of(Path file) {
    return Optional.ofNullable(open.get(file));
  }

  /** What differs from the files on disk below a folder. */
  Overlay over(Path base) {
    Map<String, StoredFile> unsaved = new TreeMap<>();
    open.values().stream()
        .filter(document -> !document.saved() && document.file().startsWith(base))
        .forEach(
            document ->
                unsaved.put(
                    SlashedPaths.of(base.relativize(document.file())),
                    new TextFile(document.text())));
    return new Overlay(unsaved, Set.of());
  }
}
