package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.rpc.Call;
import dev.ssot.cli.rpc.Connection;
import dev.ssot.cli.rpc.HeaderFraming;
import dev.ssot.cli.rpc.RpcError;
import dev.ssot.cli.warm.Bench;
import dev.ssot.cli.warm.Project;
import dev.ssot.cli.warm.Workspace;
import dev.ssot.rules.model.Finding;
import dev.ssot.rules.model.Region;
import dev.ssot.rules.model.SlashedPaths;
import dev.ssot.rules.scan.Scan;
import dev.ssot.rules.scan.ScannedCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A server of the Language Server Protocol 3.17 over two streams.
 *
 * <p>The thread that reads answers at once what needs no scan, and leaves all else to the bench.
 */
public final class LanguageServer implements Connection.Service {

  private static final int NOT_INITIALIZED = -32002;
  private static final int CANCELLED = -32800;

  /** Somebody who types pauses for longer than this only when there is something to see. */
  private static final long TYPING_MILLIS = 250;

  /** Programs write several files at a time. */
  private static final long WRITING_MILLIS = 50;

  private static final int FULL_TEXT = 1;

  private static final List<String> WATCHED =
      List.of("**/*.java", "**/META-INF/services/*", "**/*.yaml", "**/*.jsonl");

  private enum Phase {
    NEW,
    OPEN,
    SHUT
  }

  /**
   * What a server is given.
   *
   * @param version of this program
   * @param folder what is judged where the client opens no folder
   * @param projects opens the project in a folder
   * @param log hears what the client cannot be told
   */
  public record Setting(
      String version, Path folder, Function<Path, Project> projects, Consumer<String> log) {}

  private final Setting setting;
  private final Connection client;
  private final Documents documents = new Documents();
  private final List<Root> roots = new CopyOnWriteArrayList<>();
  private final Bench bench = new Bench();
  private ClientAbilities abilities = ClientAbilities.of(Connection.nothing());
  private Phase phase = Phase.NEW;

  private LanguageServer(InputStream in, OutputStream out, Setting setting) {
    this.setting = setting;
    this.client = new Connection(new HeaderFraming(in), out, setting.log());
  }

  /**
   * Serves until the client says that it is over, or is gone.
   *
   * @return whether the client shut it down before, as the protocol wants it
   */
  public static boolean serve(InputStream in, OutputStream out, Setting setting)
      throws IOException {
    LanguageServer server = new LanguageServer(in, out, setting);
    try {
      server.client.serve(server);
    } finally {
      server.client.close();
      server.bench.stop();
      server.roots.forEach(Root::close);
    }
    return server.phase == Phase.SHUT;
  }

  @Override
  public void call(Call call) {
    boolean first = call.method().equals("initialize");
    if (phase == Phase.NEW && !first) {
      throw new RpcError(NOT_INITIALIZED, "the first request is `initialize`");
    }
    if (phase != Phase.NEW && first) {
      throw new RpcError(RpcError.INVALID_REQUEST, "the server is initialized already");
    }
    if (phase == Phase.SHUT) {
      throw new RpcError(RpcError.INVALID_REQUEST, "the server is shut down");
    }
    switch (call.method()) {
      case "initialize" -> call.answer(initialize(call.params()));
      case "shutdown" -> {
        phase = Phase.SHUT;
        call.answer(NullNode.getInstance());
      }
      case "textDocument/hover" -> call.answer(hover(call.params()));
      case "textDocument/codeAction" -> actions(call);
      default -> throw RpcError.unknownMethod(call.method());
    }
  }

  @Override
  public void hear(String method, JsonNode params) {
    if (method.equals("exit")) {
      client.close();
    } else if (method.equals("$/cancelRequest")) {
      client
          .waiting(params.path("id"))
          .ifPresent(call -> call.fail(new RpcError(CANCELLED, "the client cancelled it")));
    } else if (phase == Phase.OPEN) {
      hearOpen(method, params);
    }
  }

  private void hearOpen(String method, JsonNode params) {
    JsonNode document = params.path("textDocument");
    switch (method) {
      case "initialized" -> begin();
      case "textDocument/didOpen" -> look(documents.open(document), 0);
      case "textDocument/didChange" -> {
        JsonNode changes = params.path("contentChanges");
        JsonNode last = changes.path(changes.size() - 1);
        look(documents.change(document, last.path("text").asText()), TYPING_MILLIS);
      }
      case "textDocument/didSave" -> look(documents.save(document), 0);
      case "textDocument/didClose" -> look(documents.close(document), WRITING_MILLIS);
      case "workspace/didChangeWatchedFiles" ->
          roots.forEach(root -> root.workspace().look(WRITING_MILLIS));
      case "workspace/didChangeWorkspaceFolders" -> change(params.path("event"));
      default -> {
        // What the protocol adds later is nothing to this server.
      }
    }
  }

  private ObjectNode initialize(JsonNode params) {
    abilities = ClientAbilities.of(params.path("capabilities"));
    phase = Phase.OPEN;
    params.path("workspaceFolders").forEach(this::open);
    if (roots.isEmpty() && params.path("rootUri").isTextual()) {
      open(JsonNodeFactory.instance.objectNode().set("uri", params.path("rootUri")));
    }
    if (roots.isEmpty()) {
      open(JsonNodeFactory.instance.objectNode().put("uri", FileUri.of(setting.folder())));
    }
    return capabilities();
  }

  private ObjectNode capabilities() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.put("positionEncoding", abilities.encoding().label());
    capabilities
        .putObject("textDocumentSync")
        .put("openClose", true)
        .put("change", FULL_TEXT)
        .put("save", true);
    capabilities.put("hoverProvider", true);
    capabilities.putObject("codeActionProvider").putArray("codeActionKinds").add("quickfix");
    capabilities
        .putObject("workspace")
        .putObject("workspaceFolders")
        .put("supported", true)
        .put("changeNotifications", true);
    result.putObject("serverInfo").put("name", "ssot").put("version", setting.version());
    return result;
  }

  private void begin() {
    if (abilities.window().watches()) {
      ObjectNode params = JsonNodeFactory.instance.objectNode();
      ObjectNode one = params.putArray("registrations").addObject();
      one.put("id", "ssot-files").put("method", "workspace/didChangeWatchedFiles");
      ArrayNode watchers = one.putObject("registerOptions").putArray("watchers");
      WATCHED.forEach(pattern -> watchers.addObject().put("globPattern", pattern));
      // A client that refuses still tells of what it saves itself.
      client.ask("client/registerCapability", params, () -> {});
    }
    roots.forEach(root -> root.workspace().look(0));
  }

  private void open(JsonNode folder) {
    String uri = folder.path("uri").asText();
    Optional<Path> real = FileUri.path(uri);
    if (real.isEmpty()) {
      setting.log().accept("`%s` is no folder on this machine".formatted(uri));
      return;
    }
    String name = folder.path("name").asText(String.valueOf(real.get().getFileName()));
    RootFolder root = new RootFolder(name, FileUri.written(uri), real.get());
    roots.add(
        new Root(root, setting.projects().apply(real.get()), client, documents, abilities, bench));
  }

  private void change(JsonNode event) {
    for (JsonNode folder : event.path("removed")) {
      Optional<Path> real = FileUri.path(folder.path("uri").asText());
      for (Root root : List.copyOf(roots)) {
        if (real.filter(root.folder().real()::equals).isPresent()) {
          roots.remove(root);
          root.workspace().end(root::close);
        }
      }
    }
    int before = roots.size();
    event.path("added").forEach(this::open);
    new ArrayList<>(roots).stream().skip(before).forEach(root -> root.workspace().look(0));
  }

  private void look(Optional<Document> changed, long millis) {
    changed
        .flatMap(document -> rootOf(document.file()))
        .ifPresent(root -> root.workspace().look(millis));
  }

  /** The root that a file belongs to: of several the innermost. */
  private Optional<Root> rootOf(Path file) {
    return roots.stream()
        .filter(root -> file.startsWith(root.folder().real()))
        .max(Comparator.comparing(root -> root.folder().real().getNameCount()));
  }

  private JsonNode hover(JsonNode params) {
    Optional<Document> document = documents.of(params.path("textDocument"));
    Optional<Root> root = document.flatMap(one -> rootOf(one.file()));
    Optional<ScannedCode> code = root.flatMap(Root::latest);
    if (code.isEmpty()) {
      return NullNode.getInstance();
    }
    LineIndex lines = new LineIndex(document.get().text(), abilities.encoding());
    Region place = lines.place(params.path("position"));
    List<Finding> findings = findings(code.get(), document.get().file(), place);
    return findings.isEmpty()
        ? NullNode.getInstance()
        : new Hovers(root.get().addresses(code.get()), abilities.window().markdown())
            .over(findings);
  }

  /** The reported findings that touch a region of a file. */
  private static List<Finding> findings(ScannedCode code, Path file, Region wanted) {
    Path base = code.request().base();
    if (!file.startsWith(base)) {
      return List.of();
    }
    String path = SlashedPaths.of(base.relativize(file));
    return code.result().reported().stream()
        .filter(finding -> finding.location().path().equals(path))
        .filter(finding -> finding.location().region().touches(wanted))
        .toList();
  }

  private void actions(Call call) {
    JsonNode params = call.params();
    Optional<Document> document = documents.of(params.path("textDocument"));
    Optional<Root> root = document.flatMap(one -> rootOf(one.file()));
    if (root.isEmpty()) {
      call.answer(JsonNodeFactory.instance.arrayNode());
      return;
    }
    LineIndex lines = new LineIndex(document.get().text(), abilities.encoding());
    Region from = lines.place(params.path("range").path("start"));
    Region end = lines.place(params.path("range").path("end"));
    Region to = end.compareTo(from) < 0 ? from : end;
    Region range = new Region(from.line(), from.column(), to.line(), to.column());
    root.get()
        .workspace()
        .ask(call::isOver, code -> fixes(root.get(), code, document.get(), range, params))
        .whenComplete((actions, failure) -> conclude(call, actions, failure));
  }

  private ArrayNode fixes(
      Root root, ScannedCode code, Document document, Region range, JsonNode params) {
    List<Finding> findings =
        findings(code, document.file(), range).stream()
            .filter(finding -> Scan.fixable().contains(finding.rule()))
            .toList();
    return new QuickFixes(code, root.addresses(code), documents, abilities)
        .of(findings, params.path("context"));
  }

  private static void conclude(Call call, JsonNode answer, Throwable failure) {
    if (failure == null) {
      call.answer(answer);
    } else if (Workspace.isMendable(failure) || failure instanceof CancellationException) {
      // Why nothing can be judged, a message has told already.
      call.answer(JsonNodeFactory.instance.arrayNode());
    } else {
      call.fail(new RpcError(RpcError.INTERNAL_ERROR, "internal error: " + failure));
    }
  }
}
