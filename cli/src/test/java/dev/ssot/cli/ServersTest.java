package dev.ssot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both servers in this process, with all that they are asked written beforehand. What takes a
 * client is tested by {@code src/test/servers/run}.
 */
class ServersTest {

  private static final String WRONG =
      "package com.acme;\n\nimport com.acme.Audid;\n\nclass Clock {}\n";

  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}";

  private final Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  ServersTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
    Project.plain(this.folder)
        .file("src/main/java/com/acme/Clock.java", WRONG)
        .file("src/main/java/com/acme/Audit.java", "package com.acme;\n\nclass Audit {}\n");
  }

  private int run(String input, String... args) {
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            folder,
            Map.of(),
            Terminals.NONE,
            () -> 0,
            Program.TODAY);
    return Main.run(args, surroundings);
  }

  /** The responses by their ids. */
  private JsonNode responses() throws IOException {
    ObjectNode responses = JsonNodeFactory.instance.objectNode();
    String text = out.toString(StandardCharsets.UTF_8);
    for (String line : text.split("(Content-Length: \\d+\r\n\r\n)|\n", -1)) {
      JsonNode message = new ObjectMapper().readTree(line);
      if (message.has("id")) {
        responses.set(message.path("id").asText(), message);
      }
    }
    return responses;
  }

  private static String framed(String... messages) {
    return Arrays.stream(messages)
        .map(message -> "Content-Length: %s\r\n\r\n%s".formatted(message.length(), message))
        .collect(Collectors.joining());
  }

  private static String request(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  @Test
  void anAgentIsAnsweredAllThatItAskedBeforeItWent() throws IOException {
    String input =
        String.join(
            "\n",
            HELLO,
            request(2, "tools/list", "{}"),
            request(3, "tools/call", "{\"name\":\"check\",\"arguments\":{}}"),
            request(4, "tools/call", "{\"name\":\"check\",\"arguments\":{\"limit\":\"x\"}}"),
            request(5, "tools/call", "{\"name\":\"none\"}"),
            request(6, "prompts/list", "{}"),
            "",
            "{");
    assertEquals(0, run(input, "mcp"));
    JsonNode responses = responses();
    assertEquals("ssot", responses.path("1").at("/result/serverInfo/name").asText());
    assertEquals(5, responses.path("2").at("/result/tools").size());
    JsonNode found = responses.path("3").at("/result/structuredContent/findings/0");
    assertEquals("unresolved-import", found.path("rule").asText());
    assertTrue(responses.path("4").at("/result/isError").asBoolean());
    assertEquals(-32602, responses.path("5").at("/error/code").asInt());
    assertEquals(-32601, responses.path("6").at("/error/code").asInt());
    assertEquals(-32700, responses.path("null").at("/error/code").asInt());
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anEditorThatShutsDownEndsWellAndAnotherDoesNot() throws IOException {
    String exit = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
    assertEquals(0, run(framed(HELLO, request(2, "shutdown", "null"), exit, "never"), "lsp"));
    assertEquals(
        "utf-16", responses().path("1").at("/result/capabilities/positionEncoding").asText());
    assertTrue(responses().path("2").path("result").isNull());
    assertEquals(1, run(framed(HELLO, exit), "lsp"));
    assertEquals(1, run(framed(HELLO), "lsp"));
    assertEquals(1, run("", "lsp"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void requestsOutOfTurnAreRefused() throws IOException {
    run(
        framed(
            request(1, "textDocument/hover", "{}"),
            request(2, "initialize", "{}"),
            request(3, "initialize", "{}"),
            request(4, "textDocument/rename", "{}"),
            request(5, "textDocument/hover", "{}"),
            request(6, "shutdown", "{}"),
            request(7, "textDocument/hover", "{}")),
        "lsp");
    JsonNode responses = responses();
    assertEquals(-32002, responses.path("1").at("/error/code").asInt());
    assertEquals(-32600, responses.path("3").at("/error/code").asInt());
    assertEquals(-32601, responses.path("4").at("/error/code").asInt());
    assertTrue(responses.path("5").path("result").isNull());
    assertEquals(-32600, responses.path("7").at("/error/code").asInt());
  }

  @Test
  void wrongArgumentsEndItBeforeAWordOfTheProtocol() {
    for (String command : new String[] {"lsp", "mcp"}) {
      assertEquals(2, run("", command, "--rule", "nope"));
      assertEquals(2, run("", command, "--threads", "0"));
    }
    assertEquals("", out.toString(StandardCharsets.UTF_8));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("unknown rule `nope`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--color=never", "--fail-on=error", "--no-progress", "--verify-cache"})
  void anArgumentThatMeansNothingToAServerIsRefused(String argument) {
    for (String command : new String[] {"lsp", "mcp"}) {
      assertEquals(2, run("", command, argument));
    }
    assertEquals(
        2,
        err.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(one -> one.contains(argument.replaceFirst("=.*", "")))
            .count());
  }
}
