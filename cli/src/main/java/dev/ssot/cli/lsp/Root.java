package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.message.Diagnostic;
import dev.ssot.cli.message.Rejection;
import dev.ssot.cli.rpc.Connection;
import dev.ssot.cli.warm.Bench;
import dev.ssot.cli.warm.Project;
import dev.ssot.cli.warm.Workspace;
import dev.ssot.rules.model.Overlay;
import dev.ssot.rules.model.Problem;
import dev.ssot.rules.model.StoredFile;
import dev.ssot.rules.model.TextFile;
import dev.ssot.rules.scan.ScannedCode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is open in the editor: what is known of it, and what the editor was told.
 *
 * <p>Diagnostics are those of a whole scan, for open files and for others. A document that has
 * changed since its scan began keeps what it has until the scan of its newest text, which is due
 * then. While nothing can be judged, what was told stays.
 */
final class Root implements Workspace.Viewer {

  private static final int ERROR = 1;
  private static final int WARNING = 2;

  private final RootFolder folder;
  private final Project project;
  private final Connection client;
  private final Documents documents;
  private final ClientAbilities abilities;
  private final Progress progress;
  private final Workspace workspace;

  /** What the client was told last, by address; used at the bench alone. */
  private final Map<String, ArrayNode> told = new TreeMap<>();

  private final Set<String> faulty = new HashSet<>();
  private String message = "";
  private volatile @Nullable ScannedCode latest;

  Root(
      RootFolder folder,
      Project project,
      Connection client,
      Documents documents,
      ClientAbilities abilities,
      Bench bench) {
    this.folder = folder;
    this.project = project;
    this.client = client;
    this.documents = documents;
    this.abilities = abilities;
    this.progress = new Progress(client, folder.name(), abilities.window().progress());
    this.workspace = new Workspace(() -> project.request(documents::over), progress, this, bench);
  }

  RootFolder folder() {
    return folder;
  }

  Workspace workspace() {
    return workspace;
  }

  /** The newest state that is known. */
  Optional<ScannedCode> latest() {
    return Optional.ofNullable(latest);
  }

  /** The places of a state as the client knows them. */
  Addresses addresses(ScannedCode code) {
    return new Addresses(code, folder, documents, abilities.encoding());
  }

  @Override
  public void see(ScannedCode code) {
    latest = code;
    progress.end();
    Addresses addresses = addresses(code);
    DiagnosticWriter writer = new DiagnosticWriter(addresses, abilities.window().related());
    Map<String, ArrayNode> now = new TreeMap<>();
    code.result()
        .reported()
        .forEach(
            finding -> add(now, addresses, finding.location().path(), writer.finding(finding)));
    List<Problem> gaps = code.result().coverage().gaps();
    gaps.forEach(gap -> add(now, addresses, gap.path(), writer.problem(gap)));
    Set<String> old = new HashSet<>();
    Stream.of(documents.over(code.request().base()), code.request().overlay())
        .flatMap(unsaved -> unsaved.paths().stream())
        .filter(path -> isOld(path, code))
        .forEach(path -> old.add(addresses.uri(path)));
    publish(now, old);
    say(WARNING, incompleteness(gaps, code.request().overlay()));
  }

  private static void add(
      Map<String, ArrayNode> all, Addresses addresses, String path, ObjectNode diagnostic) {
    all.computeIfAbsent(addresses.uri(path), uri -> JsonNodeFactory.instance.arrayNode())
        .add(diagnostic);
  }

  /** Whether the text of a document is another by now than the one that was scanned. */
  private boolean isOld(String path, ScannedCode code) {
    Optional<StoredFile> scanned = code.request().overlay().stored(path);
    Optional<StoredFile> now =
        documents
            .of(code.request().base().resolve(path))
            .filter(document -> !document.saved())
            .map(document -> new TextFile(document.text()));
    return !scanned.equals(now);
  }

  private void publish(Map<String, ArrayNode> now, Set<String> old) {
    Map<String, ArrayNode> all = new TreeMap<>(now);
    told.keySet().forEach(uri -> all.putIfAbsent(uri, JsonNodeFactory.instance.arrayNode()));
    all.forEach(
        (uri, diagnostics) -> {
          if (!old.contains(uri) && !diagnostics.equals(told.get(uri))) {
            publish(uri, diagnostics);
          }
        });
    told.values().removeIf(ArrayNode::isEmpty);
    faulty.clear();
  }

  private void publish(String uri, ArrayNode diagnostics) {
    told.put(uri, diagnostics);
    ObjectNode params = JsonNodeFactory.instance.objectNode().put("uri", uri);
    FileUri.path(uri)
        .flatMap(documents::of)
        .ifPresent(document -> params.put("version", document.version()));
    client.tell("textDocument/publishDiagnostics", params.set("diagnostics", diagnostics));
  }

  /** What is said of files that were not understood, except while somebody types in them. */
  private static String incompleteness(List<Problem> gaps, Overlay unsaved) {
    List<String> words =
        gaps.stream()
            .filter(gap -> unsaved.stored(gap.path()).isEmpty())
            .map(Problem::placeAndCause)
            .toList();
    return words.isEmpty()
        ? ""
        : "ssot: the scan is incomplete, so that findings may be missing: %s%s"
            .formatted(
                words.get(0), words.size() == 1 ? "" : ", and %s more".formatted(words.size() - 1));
  }

  @Override
  public void trouble(RuntimeException why) {
    progress.end();
    String text =
        String.valueOf(Workspace.isMendable(why) ? why.getMessage() : "internal error: " + why);
    if (why instanceof Rejection rejection) {
      Map<String, ArrayNode> faults = new TreeMap<>();
      rejection.diagnostics().stream()
          .filter(fault -> !fault.file().isEmpty())
          .forEach(fault -> add(faults, fault));
      faulty.stream()
          .filter(uri -> !faults.containsKey(uri))
          .forEach(uri -> publish(uri, JsonNodeFactory.instance.arrayNode()));
      faulty.clear();
      faults.forEach(
          (uri, diagnostics) -> {
            faulty.add(uri);
            publish(uri, diagnostics);
          });
    }
    say(ERROR, "ssot: " + text);
  }

  private void add(Map<String, ArrayNode> all, Diagnostic fault) {
    Path base = latest().map(code -> code.request().base()).orElse(folder.real());
    String uri = folder.uri(base.resolve(fault.file()).normalize());
    all.computeIfAbsent(uri, one -> JsonNodeFactory.instance.arrayNode())
        .add(DiagnosticWriter.fault(fault));
  }

  /** Shows a message once; nothing to say lets the same be said again later. */
  private void say(int type, String text) {
    if (!text.equals(message) && !text.isEmpty()) {
      client.tell(
          "window/showMessage",
          JsonNodeFactory.instance.objectNode().put("type", type).put("message", text));
    }
    message = text;
  }

  /** The folder is closed: nothing of it is shown any more. */
  void close() {
    List.copyOf(told.keySet()).forEach(uri -> publish(uri, JsonNodeFactory.instance.arrayNode()));
    project.close();
  }
}
