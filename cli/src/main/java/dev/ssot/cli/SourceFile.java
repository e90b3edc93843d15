package dev.ssot.cli;

import dev.ssot.rules.model.FileChange;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A source file that is about to be changed.
 *
 * <p>It is written beside its place with the same permissions and then moved there, so that nobody
 * ever sees half of it. A link is followed to the file that it leads to, as long as that lies below
 * the base of the scan.
 *
 * @param file the real file
 */
record SourceFile(Path file, FileChange change) {

  /** A file, or the reason why it must not be written. */
  record Opened(Optional<SourceFile> file, String refusal) {}

  /** Looks whether a change can be made; nothing is written yet. */
  static Opened open(Path base, FileChange change) {
    Path path = base.resolve(change.path());
    try {
      Path real = path.toRealPath();
      if (!real.startsWith(base.toRealPath())) {
        return refused("it is a link that leads out of the scanned folder");
      }
      if (Files.isSymbolicLink(path) && change.after().isEmpty()) {
        return refused("it is a link, which is not deleted");
      }
      byte[] expected = change.encoding().encode(change.before());
      if (!Arrays.equals(expected, Files.readAllBytes(real))) {
        return refused("it has changed since it was read");
      }
      if (!Files.isWritable(real)) {
        return refused("it is not writable");
      }
      return new Opened(Optional.of(new SourceFile(real, change)), "");
    } catch (IOException e) {
      return refused("it cannot be read: " + e);
    }
  }

  private static Opened refused(String reason) {
    return new Opened(Optional.empty(), reason);
  }

  /** Makes the change. */
  void write() throws IOException {
    if (change.after().isEmpty()) {
      Files.delete(file);
      return;
    }
    Path draft =
        file.resolveSibling(
            ".%s.%d.draft".formatted(file.getFileName(), ProcessHandle.current().pid()));
    try {
      byte[] bytes = change.encoding().encode(change.after().get());
      Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      keepPermissions(draft);
      move(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void keepPermissions(Path draft) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
    }
  }

  private void move(Path draft) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
