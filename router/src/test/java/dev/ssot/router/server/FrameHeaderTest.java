package dev.ssot.router.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameHeaderTest {

  private static final int LONGEST = 1 << 20;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 32_768, 65_535, 65_536, 100_000})
  void isReadByAnotherImplementation(int length) {
    for (boolean compressed : new boolean[] {false, true}) {
      ByteBuf frame = Unpooled.buffer();
      FrameHeader.write(frame, compressed, length);
      assertTrue(frame.readableBytes() <= FrameHeader.LONGEST);
      frame.writeZero(length);
      TextWebSocketFrame read = read(frame);
      assertEquals(length, read.content().readableBytes());
      assertTrue(read.isFinalFragment());
      assertEquals(compressed ? 4 : 0, read.rsv());
      read.release();
    }
  }

  private static TextWebSocketFrame read(ByteBuf bytes) {
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .expectMaskedFrames(false)
            .allowExtensions(true)
            .maxFramePayloadLength(LONGEST)
            .build();
    EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(config));
    channel.writeInbound(bytes);
    TextWebSocketFrame frame = channel.readInbound();
    assertTrue(channel.inboundMessages().isEmpty());
    return frame;
  }
}
