package dev.ssot.cli;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A report on disk.
 *
 * <p>It is written beside its place and then moved there, so that a reader sees the old report or
 * the new one and never a half; a device or a pipe is written to directly.
 */
final class ReportFile {

  /** What writes a report. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private ReportFile() {}

  /**
   * Makes sure, before a long scan, that a report can be written.
   *
   * @return the absolute path
   * @throws Rejection if it cannot
   */
  static Path check(Path output, Path folder) {
    Path file = folder.resolve(output).normalize();
    if (Files.isDirectory(file)) {
      throw new Rejection(
          Diagnostic.of("--output %s is a folder".formatted(output), "name a file in it"));
    }
    try {
      Files.createDirectories(parent(file));
      return Files.exists(file) ? file.toRealPath() : file;
    } catch (IOException e) {
      throw new Rejection(
          Diagnostic.of(
              "the folder of --output %s cannot be made: %s".formatted(output, e),
              "name a file in a folder that can be written"));
    }
  }

  /** Writes the report. */
  static void write(Path file, Content content) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        fill(file, content, StandardOpenOption.WRITE);
      } else {
        replace(file, content);
      }
    } catch (IOException e) {
      throw new ReportNotWritten(file, e);
    }
  }

  private static void replace(Path file, Content content) throws IOException {
    Path draft =
        parent(file).resolve(".%s.%d.draft".formatted(name(file), ProcessHandle.current().pid()));
    try {
      fill(draft, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void fill(Path file, Content content, StandardOpenOption... options)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, options))) {
      content.writeTo(out);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
