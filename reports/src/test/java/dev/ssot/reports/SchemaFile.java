package dev.ssot.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A JSON Schema on the class path, and the documents to hold against it. */
record SchemaFile(JsonNode document, Schema schema) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The schema of this module's JSON format. */
  static SchemaFile ofResult() {
    return read("/dev/ssot/reports/result.schema.json", SpecificationVersion.DRAFT_2020_12);
  }

  /** The schema of a history. */
  static SchemaFile ofHistory() {
    return read("/dev/ssot/reports/history.schema.json", SpecificationVersion.DRAFT_2020_12);
  }

  /** The schema that OASIS publishes. */
  static SchemaFile ofSarif() {
    return read("/schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
  }

  private static SchemaFile read(String resource, SpecificationVersion version) {
    try (InputStream in = SchemaFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource + " on the class path");
      }
      JsonNode document = MAPPER.readTree(in);
      Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(document);
      return new SchemaFile(document, schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Error> errors(JsonNode instance) {
    return schema.validate(instance);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
