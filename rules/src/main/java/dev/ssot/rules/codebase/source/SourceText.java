package dev.ssot.rules.codebase.source;

import dev.ssot.rules.model.TextEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file, decoded.
 *
 * <p>A byte-order mark decides; without one the text is UTF-8 or, where the bytes are not, ISO
 * 8859-1, which is said in the ledger. A file with NUL bytes is no text.
 *
 * @param fallback whether the bytes were no UTF-8
 */
record SourceText(String text, TextEncoding encoding, boolean fallback) {

  /** The bytes of a file are no text in any encoding that Java sources come in. */
  static final class NotText extends RuntimeException {

    NotText(String message) {
      super(message);
    }
  }

  /**
   * Decodes bytes.
   *
   * @throws NotText if they are binary
   */
  static SourceText decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
    }
    if (isAscii(bytes)) {
      return new SourceText(
          new String(bytes, StandardCharsets.ISO_8859_1), TextEncoding.standard(), false);
    }
    try {
      return new SourceText(
          decoded(bytes, 0, StandardCharsets.UTF_8), TextEncoding.standard(), false);
    } catch (CharacterCodingException e) {
      return new SourceText(
          new String(bytes, StandardCharsets.ISO_8859_1),
          new TextEncoding(StandardCharsets.ISO_8859_1, false),
          true);
    }
  }

  private static SourceText strict(byte[] bytes, int from, Charset charset, String name) {
    try {
      return new SourceText(decoded(bytes, from, charset), new TextEncoding(charset, true), false);
    } catch (CharacterCodingException e) {
      throw new NotText("its byte-order mark says " + name + " and its bytes are not");
    }
  }

  private static String decoded(byte[] bytes, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
        .toString();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text is plain, and the same in either encoding; rejects what is none. */
  private static boolean isAscii(byte[] bytes) {
    boolean ascii = true;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] <= 0) {
        if (bytes[i] == 0) {
          throw new NotText("binary: a NUL byte at offset " + i);
        }
        ascii = false;
      }
    }
    return ascii;
  }

  /** Number of lines; a line ends at LF, CR, CR LF or the end of the text. */
  int lines() {
    return (int) text.lines().count();
  }
}
