package dev.ssot.cli.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.ssot.rules.model.BaselineEntry;
import dev.ssot.rules.model.Fingerprint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One line of a baseline: a JSON object with five texts, in this order when it is written. */
final class EntryLine {

  private static final List<String> KEYS =
      List.of("rule", "subject", "about", "fingerprint", "path");
  private static final Pattern FINGERPRINT = Pattern.compile("v1:[0-9a-f]{32}");
  private static final Pattern OTHER_VERSION = Pattern.compile("v(?!1:)[0-9]+:.*");
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private EntryLine() {}

  /** A line that is no entry: what is wrong, and what to do. */
  static final class Fault extends Exception {

    private final String remedy;

    Fault(String cause, String remedy) {
      super(cause);
      this.remedy = remedy;
    }

    String cause() {
      return String.valueOf(getMessage());
    }

    String remedy() {
      return remedy;
    }
  }

  static String write(BaselineEntry entry) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("rule", entry.rule());
      json.writeStringField("subject", entry.subject());
      json.writeStringField("about", entry.about());
      json.writeStringField("fingerprint", entry.fingerprint().value());
      json.writeStringField("path", entry.path());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static BaselineEntry read(String line) throws Fault {
    Map<String, String> texts = texts(line);
    for (String key : KEYS) {
      if (!texts.containsKey(key)) {
        throw broken("the entry lacks `%s`".formatted(key));
      }
    }
    return new BaselineEntry(
        text("rule", texts),
        text("subject", texts),
        texts.getOrDefault("about", ""),
        fingerprint(text("fingerprint", texts)),
        text("path", texts));
  }

  private static Map<String, String> texts(String line) throws Fault {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser tokens = JSON.createParser(line)) {
      if (tokens.nextToken() != JsonToken.START_OBJECT) {
        throw broken("the line is no JSON object");
      }
      while (tokens.nextToken() == JsonToken.FIELD_NAME) {
        String key = tokens.currentName();
        if (!KEYS.contains(key)) {
          throw broken("the key `%s` is not known".formatted(key));
        }
        if (tokens.nextToken() != JsonToken.VALUE_STRING) {
          throw broken("`%s` is no text".formatted(key));
        }
        texts.put(key, tokens.getText());
      }
      if (tokens.nextToken() != null) {
        throw broken("something follows the entry");
      }
    } catch (JsonProcessingException e) {
      throw broken("the line is no JSON: " + e.getOriginalMessage().split("\n", 2)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String text(String key, Map<String, String> texts) throws Fault {
    String text = texts.getOrDefault(key, "");
    if (text.isBlank()) {
      throw broken("`%s` is blank".formatted(key));
    }
    return text;
  }

  private static Fingerprint fingerprint(String text) throws Fault {
    if (FINGERPRINT.matcher(text).matches()) {
      return new Fingerprint(text);
    }
    if (OTHER_VERSION.matcher(text).matches()) {
      String version = text.substring(0, text.indexOf(':'));
      throw new Fault(
          "the fingerprint is of version `%s`, and this ssot knows `v1`".formatted(version),
          "use the ssot that wrote it, or delete the file and run `ssot baseline write`");
    }
    throw broken("`%s` is no fingerprint".formatted(text));
  }

  private static Fault broken(String cause) {
    return new Fault(cause, "restore the line, or delete it and run `ssot baseline update`");
  }
}
