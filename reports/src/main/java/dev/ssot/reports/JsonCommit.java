package dev.ssot.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.rules.model.CommitRef;
import dev.ssot.rules.model.LastChange;
import org.jspecify.annotations.Nullable;

/** Commits as JSON, and what they changed. */
final class JsonCommit {

  private JsonCommit() {}

  static ObjectNode of(CommitRef commit) {
    return JsonPage.object()
        .put("id", commit.id())
        .put("author", JsonPage.orNull(commit.author()))
        .put("time", JsonPage.orNull(commit.time()))
        .put("subject", JsonPage.orNull(commit.subject()));
  }

  /** The commit, or null for none. */
  static @Nullable ObjectNode orNull(CommitRef commit) {
    return commit.id().isEmpty() ? null : of(commit);
  }

  static ObjectNode change(LastChange change) {
    ObjectNode node = JsonPage.object();
    node.set("commit", orNull(change.commit()));
    return node.put("unknown", JsonPage.orNull(change.unknown()));
  }
}
