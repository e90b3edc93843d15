package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a column of the protocol counts. */
enum PositionEncoding {
  UTF_8("utf-8") {
    @Override
    int units(String text, int from, int to) {
      return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }
  },
  UTF_16("utf-16") {
    @Override
    int units(String text, int from, int to) {
      return to - from;
    }
  },
  UTF_32("utf-32") {
    @Override
    int units(String text, int from, int to) {
      return text.codePointCount(from, to);
    }
  };

  private final String label;

  PositionEncoding(String label) {
    this.label = label;
  }

  /** The name in the protocol. */
  String label() {
    return label;
  }

  /** How many units a stretch of text has. */
  abstract int units(String text, int from, int to);

  /** The first that a client offers and that there is; UTF-16 where it offers none. */
  static PositionEncoding agreed(JsonNode offered) {
    return StreamSupport.stream(offered.spliterator(), false)
        .map(JsonNode::asText)
        .map(name -> Arrays.stream(values()).filter(one -> one.label.equals(name)).findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(UTF_16);
  }
}
