package com.acme.chat.app;

import static com.acme.chat.legacy.LegacyProtocol.encode; // finds: forbidden-import

import com.acme.chat.routing.Envelope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes conversations in the format of the archive. */
public final class TranscriptExporter {

  /** One line for each message, in the order given. */
  public String export(List<Envelope> conversation) {
    StringBuilder lines = new StringBuilder();
    for (Envelope message : conversation) {
      Map<String, String> fields = new TreeMap<>(message.payload());
      fields.put("type", message.type());
      lines.append(encode(fields)).append('\n');
    }
    return lines.toString();
  }
}
