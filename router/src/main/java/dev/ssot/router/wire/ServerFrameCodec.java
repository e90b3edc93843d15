package dev.ssot.router.wire;

import dev.ssot.router.limits.RouterLimits;
import dev.ssot.router.protocol.ClientMessage;
import dev.ssot.router.protocol.JsonText;
import dev.ssot.router.protocol.JsonUse;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.StreamEvent;
import dev.ssot.router.protocol.Types;
import dev.ssot.router.protocol.UserKey;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;

/** What the router says as JSON text. Safe for use by several threads. */
public final class ServerFrameCodec {

  private final JsonReader reader;
  private final JsonWriter writer = new JsonWriter();
  private final int longest;

  /** A codec that reads what a router with the given limits may write. */
  public ServerFrameCodec(RouterLimits limits) {
    longest = limits.inbound().messages().eventBytes() + limits.transport().json().frameBytes();
    reader = new JsonReader(limits.transport().json().withTextLength(longest), longest);
  }

  /** The frame as it is sent to a connection of {@code user}. */
  public byte[] write(ServerFrame frame, UserKey user) {
    return text(frame, user).bytes();
  }

  /** Lends the frame as it is sent to a connection of {@code user}. */
  public void write(ServerFrame frame, UserKey user, JsonUse use) {
    text(frame, user).lend(use);
  }

  private JsonText text(ServerFrame frame, UserKey user) {
    JsonText json = writer.begin();
    envelope(json, frame, user);
    json.name("payload");
    return (isEvent(frame) ? json.payload(frame.payload()) : json.value(frame.payload().fields()))
        .end();
  }

  /** Whether the payload may be said to many, or has been logged, and so is JSON already. */
  private static boolean isEvent(ServerFrame frame) {
    return frame instanceof ServerFrame.OfEvent || frame instanceof ServerFrame.Direct;
  }

  /** The message in a frame, or why it is none. */
  public Decoded<ServerMessage> read(ByteBuffer utf8) {
    return read(() -> reader.object(utf8));
  }

  /** The message in a frame that was decoded from UTF-8 on its way. */
  public Decoded<ServerMessage> read(String text) {
    return read(() -> reader.object(text));
  }

  private static Decoded<ServerMessage> read(FieldSource source) {
    try {
      return new Decoded.Message<>(message(new Envelope(source.fields())));
    } catch (MalformedFrame malformed) {
      return Decoded.refused("", malformed.code(), malformed.text());
    }
  }

  /** Bytes of the largest frame that is read. */
  public int longestFrame() {
    return longest;
  }

  private static void envelope(JsonText json, ServerFrame frame, UserKey user) {
    json.field("v", ClientMessage.VERSION).field("type", frame.type());
    if (frame instanceof ServerFrame.OfEvent of) {
      place(json, of.event(), user);
    } else if (frame instanceof ServerFrame.Direct direct) {
      json.optional("session", direct.event().session()).field("ts", direct.ts());
    }
  }

  private static void place(JsonText json, StreamEvent event, UserKey user) {
    json.field("seq", event.seq());
    event.writeId("id", user, json);
    if (!event.step().equals(RunStep.NONE)) {
      json.field("run", event.step().run()).field("rs", event.step().rs());
    }
    json.optional("session", event.event().session()).field("ts", event.ts());
  }

  private static ServerMessage message(Envelope envelope) throws MalformedFrame {
    envelope.requireVersion();
    String type = envelope.required("type");
    if (Types.isControl(type)) {
      return new ServerMessage(type, 0, "", RunStep.NONE, "", Instant.EPOCH, envelope.payload());
    }
    long seq = envelope.number("seq");
    if (seq < 0) {
      throw MalformedFrame.protocol("`seq` of an event is below 1");
    }
    if (seq == 0) {
      return new ServerMessage(
          type,
          0,
          "",
          RunStep.NONE,
          envelope.optional("session"),
          ts(envelope),
          envelope.payload());
    }
    return new ServerMessage(
        type,
        seq,
        envelope.required("id"),
        step(envelope),
        envelope.optional("session"),
        ts(envelope),
        envelope.payload());
  }

  private static RunStep step(Envelope envelope) throws MalformedFrame {
    String run = envelope.optional("run");
    long rs = envelope.number("rs");
    if (run.isEmpty() != (rs == 0) || rs < 0) {
      throw MalformedFrame.protocol("`run` and `rs` do not fit");
    }
    return new RunStep(run, rs);
  }

  private static Instant ts(Envelope envelope) throws MalformedFrame {
    try {
      return Instant.parse(envelope.required("ts"));
    } catch (DateTimeException wrong) {
      throw MalformedFrame.protocol("`ts` is no time of ISO 8601 in UTC");
    }
  }
}
