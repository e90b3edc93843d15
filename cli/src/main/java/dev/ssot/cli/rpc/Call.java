package dev.ssot.cli.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that waits for its response, of which it gets one. Safe for concurrent use. */
public final class Call {

  private final Connection connection;
  private final JsonNode id;
  private final String method;
  private final JsonNode params;
  private final AtomicBoolean over = new AtomicBoolean();

  Call(Connection connection, JsonNode id, String method, JsonNode params) {
    this.connection = connection;
    this.id = id;
    this.method = method;
    this.params = params;
  }

  public String method() {
    return method;
  }

  /** What it was sent with; a missing node where that is nothing. */
  public JsonNode params() {
    return params;
  }

  /** Whether it has its response, or needs none any more. */
  public boolean isOver() {
    return over.get();
  }

  /** Responds with a result, unless it is over. */
  public void answer(JsonNode result) {
    if (end()) {
      connection.respond(id, result);
    }
  }

  /** Responds with an error, unless it is over. */
  public void fail(RpcError error) {
    if (end()) {
      connection.respond(id, error);
    }
  }

  /** Ends without a response, for protocols where a cancelled request has none. */
  public void drop() {
    end();
  }

  private boolean end() {
    boolean first = over.compareAndSet(false, true);
    if (first) {
      connection.forget(id, this);
    }
    return first;
  }
}
