package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * The lines of files that were scanned, decoded as the scan decodes them.
 *
 * @param base absolute folder that paths are relative to
 * @param overlay what was read in place of files on disk
 * @param started when the scan did; a file on disk that has changed since then has no lines
 */
public record SourceLines(Path base, Overlay overlay, FileTime started) {

  /** The lines of a file; none if it is gone, has changed, is no text or cannot be read. */
  public Optional<List<String>> of(String path) {
    try {
      Optional<StoredFile> stored = overlay.stored(path);
      if (stored.isPresent()) {
        return Optional.of(lines(stored.get().read()));
      }
      Path file = base.resolve(path);
      if (overlay.hides(path) || !Files.isRegularFile(file) || hasChanged(file)) {
        return Optional.empty();
      }
      List<String> lines = lines(Files.readAllBytes(file));
      return hasChanged(file) ? Optional.empty() : Optional.of(lines);
    } catch (IOException | SecurityException | SourceText.NotText e) {
      return Optional.empty();
    }
  }

  private boolean hasChanged(Path file) throws IOException {
    return Files.getLastModifiedTime(file).compareTo(started) > 0;
  }

  private static List<String> lines(byte[] bytes) {
    return SourceText.decode(bytes).text().lines().toList();
  }
}
