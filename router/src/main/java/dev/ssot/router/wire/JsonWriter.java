package dev.ssot.router.wire;

import dev.ssot.router.protocol.Payload;
import java.util.function.Consumer;

/** Writes one envelope as JSON in UTF-8. Safe for use by several threads. */
final class JsonWriter {

  /** Room for an envelope with few names, so that most frames are written without growing. */
  private static final int ENVELOPE_BYTES = 256;

  private final ThreadLocal<Written> latest =
      ThreadLocal.withInitial(() -> written(Payload.empty()));

  /** A payload with what it is in JSON. */
  private record Written(Payload payload, JsonText json) {}

  /** The object with the fields of an envelope and a payload. */
  byte[] object(Payload payload, Consumer<JsonText> fields) {
    JsonText json = new JsonText(ENVELOPE_BYTES + payload.bytes()).begin();
    fields.accept(json);
    return json.name("payload").value(payload.fields()).end().bytes();
  }

  /**
   * The same for a payload that may be said to many, one after the other: it is put into JSON once.
   */
  @SuppressWarnings("ReferenceEquality") // To compare what is in them would cost as much.
  byte[] shared(Payload payload, Consumer<JsonText> fields) {
    Written written = latest.get();
    if (written.payload() != payload) {
      written = written(payload);
      latest.set(written);
    }
    JsonText json = new JsonText(ENVELOPE_BYTES + payload.bytes()).begin();
    fields.accept(json);
    return json.name("payload").raw(written.json()).end().bytes();
  }

  private static Written written(Payload payload) {
    return new Written(payload, new JsonText(payload.bytes()).value(payload.fields()));
  }
}
