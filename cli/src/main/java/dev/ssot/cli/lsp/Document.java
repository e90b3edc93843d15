package dev.ssot.cli.lsp;

import java.nio.file.Path;

/**
 * A document that is open in the editor.
 *
 * @param uri as the editor writes it
 * @param file where it lies, links followed as far as it is there
 * @param saved whether its text is that of the file
 */
record Document(String uri, Path file, int version, String text, boolean saved) {

  Document with(int newer, String changed) {
    return new Document(uri, file, newer, changed, false);
  }

  Document asSaved() {
    return new Document(uri, file, version, text, true);
  }
}
