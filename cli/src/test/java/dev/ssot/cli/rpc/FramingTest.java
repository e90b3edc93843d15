package dev.ssot.cli.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Messages are found in any bytes, and nothing that follows wrong ones is lost. */
class FramingTest {

  private static final String TROUBLE = "!";

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String framed(String message) {
    return "Content-Length: %s\r\n\r\n%s"
        .formatted(message.getBytes(StandardCharsets.UTF_8).length, message);
  }

  /** All messages of a text, with a mark for each trouble; `rejects` tells which are no JSON. */
  private static List<String> all(Framing framing, Function<String, Boolean> rejects)
      throws IOException {
    List<String> all = new ArrayList<>();
    while (true) {
      try {
        Optional<byte[]> message = framing.read();
        if (message.isEmpty()) {
          return all;
        }
        String text = new String(message.get(), StandardCharsets.UTF_8);
        if (rejects.apply(text)) {
          framing.reject(message.get());
          all.add(TROUBLE);
        } else {
          all.add(text);
        }
      } catch (BadMessage e) {
        all.add(TROUBLE);
      }
    }
  }

  private static List<String> headed(String text) throws IOException {
    return all(new HeaderFraming(bytes(text)), message -> !message.matches("[a-z\u00e9]*"));
  }

  @Test
  void readsMessagesWithHeaders() throws IOException {
    assertEquals(
        List.of("one", "", "t\u00e9n"), headed(framed("one") + framed("") + framed("t\u00e9n")));
    assertEquals(
        List.of("one"),
        headed("content-length:3\r\nContent-Type: application/vscode-jsonrpc\r\n\r\none"));
    assertEquals(List.of("one"), headed("Content-Length: 3\n\none"));
    assertEquals(List.of(), headed(""));
  }

  @Test
  void nothingIsLostAfterWrongBytes() throws IOException {
    String after = framed("after") + framed("more");
    for (String wrong :
        List.of(
            "Content-Length: x\r\n\r\n",
            "Content-Length: -1\r\n\r\n{}",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: 99999999\r\n\r\n",
            "Content-Type: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: here\r\n\r\n",
            "rubbish",
            "rubbish\r\n",
            "rubbish\n\n\n",
            "a: b\r\nrubbish ".repeat(3_000),
            "x".repeat(100_000),
            framed("{rubbish"),
            "Content-Length: 2\r\n\r\n{rubbish}",
            "Content-Length: 30\r\n\r\n{rubbish}",
            "Content-Length: 60\r\n\r\n{rubbish}")) {
      assertEquals(
          List.of(TROUBLE, "after", "more"),
          headed(wrong + after),
          wrong.substring(0, Math.min(40, wrong.length())));
    }
  }

  @Test
  void troubleIsToldAgainAfterASoundMessage() throws IOException {
    assertEquals(
        List.of(TROUBLE, "one", TROUBLE, "two"),
        headed("rubbish\r\nrubbish\r\n" + framed("one") + "rubbish\r\n" + framed("two")));
  }

  @Test
  void aMessageThatIsCutOffIsNone() throws IOException {
    assertEquals(List.of(TROUBLE), headed("Content-Length: 10\r\n\r\nshort"));
    assertEquals(List.of(), headed("Content-Length: 10\r\n"));
  }

  @Test
  void readsLines() throws IOException {
    Framing framing = new LineFraming(bytes("one\n\n \r\ntwo\r\nt\u00e9n"));
    assertEquals(List.of("one", "two\r", "t\u00e9n"), all(framing, message -> false));
  }

  @Test
  void aLineThatIsTooLongIsLeftOut() throws IOException, BadMessage {
    byte[] line = new byte[Framing.MOST_BYTES + 2];
    Arrays.fill(line, (byte) 'x');
    line[line.length - 1] = '\n';
    Framing framing =
        new LineFraming(new SequenceInputStream(new ByteArrayInputStream(line), bytes("next\n")));
    String message = String.valueOf(assertThrows(BadMessage.class, framing::read).getMessage());
    assertTrue(message.contains("longer than"), message);
    assertEquals("next", new String(framing.read().orElseThrow(), StandardCharsets.UTF_8));
  }

  @Test
  void framesAsItReads() throws IOException {
    byte[] message = "t\u00e9n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        framed("t\u00e9n"),
        new String(new HeaderFraming(bytes("")).framed(message), StandardCharsets.UTF_8));
    assertEquals(
        "t\u00e9n\n",
        new String(new LineFraming(bytes("")).framed(message), StandardCharsets.UTF_8));
  }
}
