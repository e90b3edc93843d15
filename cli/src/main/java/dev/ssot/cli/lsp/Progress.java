package dev.ssot.cli.lsp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ssot.cli.rpc.Connection;
import dev.ssot.rules.scan.ScanListener;

/** Tells the client how far the first scan of a folder has come. */
final class Progress implements ScanListener {

  private static final int WHOLE = 100;

  private enum State {
    NEW,
    ASKED,
    BEGUN,
    OVER
  }

  private final Connection client;
  private final String token;
  private final String title;
  private State state;
  private int told;

  /**
   * @param wanted whether the client shows progress
   */
  Progress(Connection client, String folder, boolean wanted) {
    this.client = client;
    this.token = "ssot:" + folder;
    this.title = "ssot reads " + folder;
    this.state = wanted ? State.NEW : State.OVER;
  }

  @Override
  public synchronized void filesRead(int done, int total) {
    if (state == State.NEW) {
      state = State.ASKED;
      client.ask("window/workDoneProgress/create", node().put("token", token), this::begin);
    }
    int percent = (int) (WHOLE * (long) done / Math.max(1, total));
    if (state == State.BEGUN && percent > told) {
      told = percent;
      tell(
          node()
              .put("kind", "report")
              .put("message", "%s of %s files".formatted(done, total))
              .put("percentage", percent));
    }
  }

  private synchronized void begin() {
    if (state == State.ASKED) {
      state = State.BEGUN;
      tell(node().put("kind", "begin").put("title", title).put("percentage", 0));
    }
  }

  /** The first scan is over. */
  synchronized void end() {
    if (state == State.BEGUN) {
      tell(node().put("kind", "end"));
    }
    state = State.OVER;
  }

  private void tell(ObjectNode value) {
    ObjectNode params = node().put("token", token);
    params.set("value", value);
    client.tell("$/progress", params);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
