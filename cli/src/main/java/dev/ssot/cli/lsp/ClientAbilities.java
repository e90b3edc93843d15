package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;

/**
 * What a client can do, as far as it matters here.
 *
 * @param encoding what the columns of its positions count
 * @param window what it shows outside of documents
 * @param actions what its code actions can be
 */
record ClientAbilities(PositionEncoding encoding, Window window, Actions actions) {

  /**
   * What a client shows.
   *
   * @param progress whether it shows progress that the server begins
   * @param watches whether it can be asked to tell of changed files
   * @param related whether a diagnostic may name other places
   * @param markdown whether a hover may be Markdown
   */
  record Window(boolean progress, boolean watches, boolean related, boolean markdown) {}

  /**
   * What code actions a client takes.
   *
   * @param literal whether an action may bring its edit along
   * @param disabled whether an action may say why it cannot be done
   * @param versioned whether an edit may say which version of a document it is for
   * @param deletions whether an edit may delete a file
   */
  record Actions(boolean literal, boolean disabled, boolean versioned, boolean deletions) {}

  /** Those that a client gives in its first request. */
  static ClientAbilities of(JsonNode capabilities) {
    JsonNode document = capabilities.path("textDocument");
    JsonNode workspace = capabilities.path("workspace");
    JsonNode action = document.path("codeAction");
    JsonNode edit = workspace.path("workspaceEdit");
    JsonNode formats = document.path("hover").path("contentFormat");
    boolean versioned = edit.path("documentChanges").asBoolean();
    return new ClientAbilities(
        PositionEncoding.agreed(capabilities.path("general").path("positionEncodings")),
        new Window(
            capabilities.path("window").path("workDoneProgress").asBoolean(),
            workspace.path("didChangeWatchedFiles").path("dynamicRegistration").asBoolean(),
            document.path("publishDiagnostics").path("relatedInformation").asBoolean(),
            formats.isMissingNode() || has(formats, "markdown")),
        new Actions(
            action.has("codeActionLiteralSupport"),
            action.path("disabledSupport").asBoolean(),
            versioned,
            versioned && has(edit.path("resourceOperations"), "delete")));
  }

  private static boolean has(JsonNode words, String word) {
    return StreamSupport.stream(words.spliterator(), false)
        .anyMatch(one -> one.asText().equals(word));
  }
}
