package dev.ssot.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.rpc.Call;
import dev.ssot.cli.rpc.Connection;
import dev.ssot.cli.rpc.LineFraming;
import dev.ssot.cli.rpc.RpcError;
import dev.ssot.cli.warm.Bench;
import dev.ssot.cli.warm.Project;
import dev.ssot.cli.warm.Workspace;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.scan.ScanListener;
import dev.ssot.rules.scan.ScannedCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A server of the Model Context Protocol over two streams, with tools and nothing else. */
public final class ToolServer implements Connection.Service {

  /** The revisions of the protocol that it speaks, the newest first. */
  private static final List<String> REVISIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private static final List<Tool> TOOLS =
      List.of(
          new CanonicalTool(),
          new CheckTool(),
          new ExplainTool(),
          new SimilarTool(),
          new ImportTool());

  private static final int MOST_CHARACTERS = 40_000;
  private static final int MOST_GAPS = 10;

  private static final String INSTRUCTIONS =
      "ssot knows which type of this project is canonical for a job and which are rivals of it."
          + " Ask canonical_for_task and find_similar before you write a new type, may_import"
          + " before you add an import, and check after you changed code.";

  /**
   * What a server is given.
   *
   * @param version of this program
   * @param project that questions are about
   * @param log hears what the client cannot be told
   */
  public record Setting(String version, Project project, Consumer<String> log) {}

  private final Setting setting;
  private final Connection client;
  private final Workspace workspace;
  private boolean initialized;

  private ToolServer(InputStream in, OutputStream out, Setting setting, Bench bench) {
    this.setting = setting;
    this.client = new Connection(new LineFraming(in), out, setting.log());
    this.workspace =
        new Workspace(
            () -> setting.project().request(base -> Overlay.none()),
            ScanListener.silent(),
            Workspace.Viewer.blind(),
            bench);
  }

  /** Serves until the client is gone. */
  public static void serve(InputStream in, OutputStream out, Setting setting) throws IOException {
    Bench bench = new Bench();
    ToolServer server = new ToolServer(in, out, setting, bench);
    try {
      server.client.serve(server);
    } finally {
      bench.close();
      server.client.close();
      setting.project().close();
    }
  }

  @Override
  public void call(Call call) {
    if (!initialized && !List.of("initialize", "ping").contains(call.method())) {
      throw new RpcError(RpcError.INVALID_REQUEST, "the first request is `initialize`");
    }
    switch (call.method()) {
      case "initialize" -> {
        call.answer(initialize(call.params()));
        // The first question need not wait for what is read before it.
        workspace.look(0);
      }
      case "ping" -> call.answer(JsonNodeFactory.instance.objectNode());
      case "tools/list" -> call.answer(tools(call.params()));
      case "tools/call" -> answer(call);
      default -> throw RpcError.unknownMethod(call.method());
    }
  }

  @Override
  public void hear(String method, JsonNode params) {
    if (method.equals("notifications/cancelled")) {
      client.waiting(params.path("requestId")).ifPresent(Call::drop);
    }
  }

  private ObjectNode initialize(JsonNode params) {
    initialized = true;
    String asked = params.path("protocolVersion").asText();
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("protocolVersion", REVISIONS.contains(asked) ? asked : REVISIONS.get(0));
    result.putObject("capabilities").putObject("tools").put("listChanged", false);
    result
        .putObject("serverInfo")
        .put("name", "ssot")
        .put("title", "ssot")
        .put("version", setting.version());
    return result.put("instructions", INSTRUCTIONS);
  }

  private static ObjectNode tools(JsonNode params) {
    if (params.has("cursor")) {
      throw RpcError.invalidParams("there is no page `%s`".formatted(params.get("cursor")));
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode tools = result.putArray("tools");
    for (Tool tool : TOOLS) {
      ObjectNode node =
          tools
              .addObject()
              .put("name", tool.name())
              .put("title", tool.title())
              .put("description", tool.description());
      node.set("inputSchema", tool.input());
      node.set("outputSchema", tool.output().with("gaps", Schema.list(Schema.text())).build());
      node.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
    }
    return result;
  }

  private void answer(Call call) {
    String name = call.params().path("name").asText();
    Tool tool =
        TOOLS.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> RpcError.invalidParams("there is no tool `%s`".formatted(name)));
    JsonNode given = call.params().path("arguments");
    if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
      throw RpcError.invalidParams("`arguments` is no object");
    }
    workspace
        .ask(call::isOver, code -> answer(tool, given, code))
        .whenComplete((result, failure) -> conclude(call, result, failure));
  }

  private static ObjectNode answer(Tool tool, JsonNode given, ScannedCode code) {
    ToolAnswer answer = tool.answer(new Arguments(given, tool.input()), code);
    List<String> gaps =
        code.result().coverage().gaps().stream().map(Problem::placeAndCause).toList();
    ArrayNode list = answer.structured().putArray("gaps");
    gaps.stream().limit(MOST_GAPS).forEach(list::add);
    String note =
        gaps.isEmpty()
            ? ""
            : "\nincomplete: %s file(s) are not seen in full, first %s"
                .formatted(gaps.size(), gaps.get(0));
    ObjectNode result = result(bounded(answer.text()) + note);
    result.set("structuredContent", answer.structured());
    return result;
  }

  private static String bounded(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = text.offsetByCodePoints(0, text.codePointCount(0, MOST_CHARACTERS - 1));
    return text.substring(0, end) + "\n… and %s more characters".formatted(text.length() - end);
  }

  private static ObjectNode result(String text) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  private void conclude(Call call, ObjectNode result, Throwable failure) {
    if (failure == null) {
      call.answer(result);
      return;
    }
    Optional<String> mendable = mendable(failure);
    if (mendable.isPresent()) {
      call.answer(result(mendable.get()).put("isError", true));
    } else {
      setting.log().accept("the tool call failed: " + failure);
      call.fail(new RpcError(RpcError.INTERNAL_ERROR, "internal error: " + failure));
    }
  }

  /** What a person or an agent has to mend. */
  private static Optional<String> mendable(Throwable failure) {
    boolean known = failure instanceof ToolError || Workspace.isMendable(failure);
    return known ? Optional.of(String.valueOf(failure.getMessage())) : Optional.empty();
  }
}
