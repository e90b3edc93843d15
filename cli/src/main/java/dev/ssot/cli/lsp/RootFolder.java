package dev.ssot.cli.lsp;

import java.nio.file.Path;

/**
 * A folder that is open in the editor.
 *
 * @param name what the editor calls it
 * @param given where it lies, as the editor writes it
 * @param real where it really lies
 */
record RootFolder(String name, Path given, Path real) {

  /** The address of a file, in the words of the editor where it is below the folder. */
  String uri(Path file) {
    return FileUri.of(
        file.startsWith(real) ? given.resolve(real.relativize(file).toString()) : file);
  }
}
