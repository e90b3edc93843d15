package dev.ssot.router.server;

import dev.ssot.router.limits.TransportLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frames of a message together, never holding more than the limits allow however they
 * come: as one frame, as endless fragments or as a compressed bomb. Confined to one event loop.
 */
final class IncomingMessage {

  /** The first reserved bit, which marks a compressed message. */
  private static final int COMPRESSED = 4;

  private final TransportLimits limits;
  private final Optional<Compression> compression;
  private final Consumer<ByteBuffer> taker = this::take;
  private final IncomingText text = new IncomingText();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream(0);
  private @Nullable Inflation inflation;
  private boolean isBinary;
  private boolean isCompressed;
  private int bytes;
  private int fragments;

  IncomingMessage(TransportLimits limits, Optional<Compression> compression) {
    this.limits = limits;
    this.compression = compression;
  }

  /** Takes a frame; the receiver gets the message with its last one. */
  void add(WebSocketFrame frame, Receiver receiver) {
    begin(frame, receiver);
    if (frame.isFinalFragment() && fragments == 0 && !isBinary && !isCompressed) {
      requireRoom(frame.content().readableBytes());
      if (!receiver.plain(ByteBufUtil.getBytes(frame.content()))) {
        receiver.text(text.whole(frame.content()));
      }
      return;
    }
    if (++fragments > limits.sockets().fragments()) {
      throw Violation.tooBig("The message is cut into too many fragments");
    }
    take(frame.content(), frame.isFinalFragment());
    if (frame.isFinalFragment()) {
      end(receiver);
    }
  }

  /** Frees what lies outside of the heap. */
  void release() {
    if (inflation != null) {
      inflation.end();
      inflation = null;
    }
  }

  private void begin(WebSocketFrame frame, Receiver receiver) {
    boolean continues = frame instanceof ContinuationWebSocketFrame;
    boolean compressed = frame.rsv() == COMPRESSED && !continues && compression.isPresent();
    if (frame.rsv() != 0 && !compressed) {
      throw Violation.protocol("A reserved bit is set that nothing was agreed on");
    }
    if (!continues) {
      isBinary = frame instanceof BinaryWebSocketFrame;
      isCompressed = compressed;
      if (isBinary) {
        receiver.requireBinary();
      }
    }
  }

  private void take(ByteBuf content, boolean last) {
    if (!isCompressed) {
      take(content.nioBuffer());
      return;
    }
    Inflation inflating = inflation();
    inflating.inflate(content.nioBuffer(), taker);
    if (last) {
      inflating.finish(taker);
    }
  }

  private Inflation inflation() {
    Inflation present = inflation;
    if (present == null) {
      present = new Inflation(compression.orElseThrow().clientKeepsContext());
      inflation = present;
    }
    return present;
  }

  private void take(ByteBuffer piece) {
    bytes += piece.remaining();
    requireRoom(bytes);
    if (isBinary) {
      byte[] copy = new byte[piece.remaining()];
      piece.get(copy);
      binary.writeBytes(copy);
    } else {
      text.append(piece);
    }
  }

  private void requireRoom(int all) {
    if (all > limits.json().frameBytes()) {
      throw Violation.tooBig(
          "The message has more than %d bytes".formatted(limits.json().frameBytes()));
    }
  }

  private void end(Receiver receiver) {
    bytes = 0;
    fragments = 0;
    if (isBinary) {
      byte[] message = binary.toByteArray();
      binary.reset();
      receiver.binary(message);
    } else {
      receiver.text(text.finish());
    }
  }
}
