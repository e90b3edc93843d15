package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ssot.rules.model.Change;
import dev.ssot.rules.model.Excerpt;
import dev.ssot.rules.model.FindingContext;
import dev.ssot.rules.model.Ownership;
import dev.ssot.rules.model.RuleDescription;
import dev.ssot.rules.model.ScanResult;
import dev.ssot.rules.model.Severity;
import dev.ssot.rules.model.ShimUse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A scan result that was kept as a JSON report, from which every other format can be made.
 *
 * <p>A document is read only if it says nothing else than the report of the result that was read
 * from it: a field that is missing, unknown or does not agree with the others is refused, and so is
 * every other version of the schema.
 *
 * @param toolVersion the version of the program that has made the scan
 */
public record SavedResult(ScanResult result, String toolVersion) {

  static final String REMEDY = "write it again with `ssot check --format json --output FILE`";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a JSON report.
   *
   * @param document UTF-8
   * @throws UnreadableResult if it is not a whole one, or of another version
   */
  public static SavedResult read(byte[] document) {
    JsonFields fields = new JsonFields("", parse(document));
    requireVersion(fields);
    try {
      SavedResult saved = new SavedResult(result(fields), fields.object("tool").text("version"));
      saved.requireSame(fields.object());
      return saved;
    } catch (IllegalArgumentException e) {
      throw new UnreadableResult(String.valueOf(e.getMessage()), REMEDY);
    }
  }

  private static JsonNode parse(byte[] document) {
    try {
      JsonNode tree = MAPPER.readTree(document);
      if (tree.isMissingNode()) {
        throw new UnreadableResult("it is empty", REMEDY);
      }
      return tree;
    } catch (JsonProcessingException e) {
      boolean cut = e.getOriginalMessage().startsWith("Unexpected end-of-input");
      throw new UnreadableResult(
          cut
              ? "it ends in the middle, in line " + line(e)
              : "line %s is no JSON: %s".formatted(line(e), e.getOriginalMessage()),
          REMEDY);
    } catch (IOException e) {
      throw new UnreadableResult("it is no text in UTF-8: " + e.getMessage(), REMEDY);
    }
  }

  private static int line(JsonProcessingException failure) {
    return failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
  }

  private static void requireVersion(JsonFields fields) {
    if (!fields.has("schemaVersion") || !fields.has("tool")) {
      throw new UnreadableResult("it has no `schemaVersion` and no `tool`", REMEDY);
    }
    int version = fields.number("schemaVersion");
    if (version != JsonReporter.SCHEMA_VERSION) {
      throw new UnreadableResult(
          "its `schemaVersion` is %s, and this version of ssot reads %s"
              .formatted(version, JsonReporter.SCHEMA_VERSION),
          "render it with ssot %s, or scan again".formatted(fields.object("tool").text("version")));
    }
  }

  private static ScanResult result(JsonFields fields) {
    Optional<Change> change = fields.objectOrNone("change").map(ChangeReader::change);
    return new ScanResult(
        fields.textOrNone("policy"),
        fields.textOrNone("baseline"),
        fields.object("outcome").choice("threshold", Severity.values(), Severity::label),
        fields.list("findings", FindingReader::finding),
        LedgerReader.coverage(fields.object("coverage")),
        LedgerReader.compliance(fields.object("compliance")),
        fields.list("rules", SavedResult::rule),
        fields.list("shims", SavedResult::shim),
        fields.list("tests", TestsReader::tests),
        change.orElseGet(Change::none),
        new FindingContext(
            fields.list("excerpts", SavedResult::excerpt),
            fields.list("owners", SavedResult::ownership)));
  }

  private static Excerpt excerpt(JsonFields fields) {
    return new Excerpt(fields.text("path"), fields.number("line"), fields.texts("lines"));
  }

  private static Ownership ownership(JsonFields fields) {
    return new Ownership(fields.text("path"), fields.texts("owners"));
  }

  private static RuleDescription rule(JsonFields fields) {
    return new RuleDescription(
        fields.text("id"),
        fields.choice("severity", Severity.values(), Severity::label),
        fields.text("summary"),
        fields.text("page"),
        fields.texts("tags"));
  }

  private static ShimUse shim(JsonFields fields) {
    return new ShimUse(
        PlaceReader.type(fields.object("type")),
        fields.textOrNone("canonical"),
        EvidenceReader.terms(fields),
        fields.list("users", PlaceReader::type));
  }

  private void requireSame(JsonNode document) {
    StringWriter again = new StringWriter();
    try {
      new JsonReporter().write(result, ReportOptions.plain(toolVersion), again);
      difference("", MAPPER.readTree(again.toString()), document)
          .ifPresent(
              where -> {
                throw new UnreadableResult(
                    where + " is not what the rest of the report comes to", REMEDY);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where two documents differ first. */
  private static Optional<String> difference(String pointer, JsonNode expected, JsonNode found) {
    if (expected.equals(found)) {
      return Optional.empty();
    }
    if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
      for (int i = 0; i < expected.size(); i++) {
        Optional<String> inside = difference(pointer + "/" + i, expected.get(i), found.get(i));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    if (expected.isObject() && found.isObject()) {
      return differenceOfFields(pointer, expected, found);
    }
    return Optional.of(pointer);
  }

  private static Optional<String> differenceOfFields(
      String pointer, JsonNode expected, JsonNode found) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode node : new JsonNode[] {expected, found}) {
      for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
        names.add(fields.next());
      }
    }
    return names.stream()
        .map(name -> difference(pointer + "/" + name, expected.path(name), found.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
