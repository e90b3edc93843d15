package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IncomingTextTest {

  private final IncomingText text = new IncomingText();

  @Test
  void aTextInOnePieceIsTheSameAsInSeveral() {
    String said = "Grüße, 𝄞 and \uFFFD";
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    assertEquals(said, text.whole(Unpooled.wrappedBuffer(bytes)));
    for (byte one : bytes) {
      text.append(ByteBuffer.wrap(new byte[] {one}));
    }
    assertEquals(said, text.finish());
  }

  @Test
  void brokenBytesInOnePieceAreRefused() {
    refused(0xC0, 0x80);
    refused(0xED, 0xA0, 0x80);
    refused('a', 0xE2, 0x82);
    refused(0xFF);
    refused(0xEF, 0xBF, 0xBD, 0x80);
  }

  private static void refused(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    assertThrows(
        CorruptedWebSocketFrameException.class,
        () -> new IncomingText().whole(Unpooled.wrappedBuffer(bytes)));
  }
}
