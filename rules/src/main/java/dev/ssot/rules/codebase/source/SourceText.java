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
 * 8859-1, which is said in the ledger. NUL is a character that Java allows in literals and
 * comments, so a few of them are text; more, or any in bytes that are no UTF-8, are not.
 *
 * @param fallback whether the bytes were no UTF-8
 */
record SourceText(String text, TextEncoding encoding, boolean fallback) {

  private static final int BYTES_FOR_A_NUL = 1000;

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
    int plain = plainBytes(bytes);
    if (plain == bytes.length) {
      return new SourceText(
          new String(bytes, StandardCharsets.ISO_8859_1), TextEncoding.standard(), false);
    }
    int nul = firstNul(bytes, plain);
    if (nul >= 0 && isRich(bytes, nul)) {
      throw binary(nul);
    }
    try {
      return new SourceText(
          decoded(bytes, 0, StandardCharsets.UTF_8), TextEncoding.standard(), false);
    } catch (CharacterCodingException e) {
      if (nul >= 0) {
        throw binary(nul);
      }
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

  /** Number of bytes from the first one on that are the same in either encoding, and not NUL. */
  private static int plainBytes(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && bytes[at] > 0) {
      at++;
    }
    return at;
  }

  private static int firstNul(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether more than one byte in {@value #BYTES_FOR_A_NUL} is NUL. */
  private static boolean isRich(byte[] bytes, int first) {
    int count = 0;
    for (int i = first; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        count++;
      }
    }
    return (long) count * BYTES_FOR_A_NUL > bytes.length;
  }

  private static NotText binary(int nul) {
    return new NotText("binary: a NUL byte at offset " + nul);
  }

  /** Number of lines; a line ends at LF, CR, CR LF or the end of the text. */
  int lines() {
    return (int) text.lines().count();
  }
}
