package dev.ssot.cli.policy;

import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a policy file: UTF-8, with or without a byte order mark, of at most {@value #LARGEST}
 * bytes.
 */
final class PolicyFile {

  private static final int LARGEST = 1 << 20;

  private PolicyFile() {}

  /**
   * Reads a file.
   *
   * @param name what messages call the file
   * @throws Rejection if it is missing, unreadable, too large or no text
   */
  static String read(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw rejected(name, "the policy is a folder", "name the file `ssot.yaml` in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return text(in.readNBytes(LARGEST + 1), name);
    } catch (NoSuchFileException e) {
      throw rejected(
          name, "there is no such policy file", "write the file or leave `--policy` out");
    } catch (IOException e) {
      throw rejected(
          name, "the policy cannot be read: " + e.getMessage(), "make the file readable");
    }
  }

  /**
   * The text in the bytes of a file.
   *
   * @throws Rejection if they are too many or no text
   */
  static String text(byte[] bytes, String name) {
    if (bytes.length > LARGEST) {
      throw rejected(
          name,
          "the policy is larger than " + LARGEST + " bytes",
          "replace lists of types by package patterns such as `com.acme.old.**`");
    }
    return decode(bytes, name);
  }

  private static String decode(byte[] bytes, String name) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult end = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (end.isError()) {
      int value = bytes[in.position()] & 0xff;
      throw rejectedAtEnd(
          name, text, "the byte 0x%02x is not UTF-8".formatted(value), "save the file as UTF-8");
    }
    return withoutMark(text, name);
  }

  private static String withoutMark(String text, String name) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        throw rejectedAtEnd(
            name,
            body.substring(0, i),
            "the control character U+%04X cannot stand in a policy".formatted((int) c),
            c == 0 ? "save the file as UTF-8 text" : "delete the character");
      }
    }
    return body;
  }

  private static Rejection rejected(String name, String what, String help) {
    return new Rejection(Diagnostic.inFile(name, what, help));
  }

  private static Rejection rejectedAtEnd(String name, String before, String what, String help) {
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(lineStart, before.length());
    return new Rejection(new Diagnostic(name, line, column, what, help));
  }
}
