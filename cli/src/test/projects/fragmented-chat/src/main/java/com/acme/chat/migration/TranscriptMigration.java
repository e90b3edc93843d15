package com.acme.chat.migration;

import com.acme.chat.legacy.LegacyProtocol;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the archive of the first client. */
public final class TranscriptMigration {

  public List<Envelope> read(List<String> lines) {
    return lines.stream().map(LegacyProtocol::decode).map(TranscriptMigration::envelope).toList();
  }

  private static Envelope envelope(Map<String, String> fields) {
    Map<String, String> payload = new LinkedHashMap<>(fields);
    String type = payload.remove("type");
    String id = payload.remove("id");
    return new Envelope(
        MessageTypes.canonicalName(type == null ? "chat_message" : type),
        id == null ? "" : id,
        payload);
  }
}
