package dev.ssot.cli.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One end of a conversation in JSON-RPC 2.0.
 *
 * <p>One thread reads ({@link #serve}); any thread may send, and what it sends goes out whole.
 */
public final class Connection {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Framing framing;
  private final OutputStream out;
  private final Consumer<String> log;
  private final Map<JsonNode, Call> calls = new ConcurrentHashMap<>();
  private final Map<JsonNode, Runnable> asked = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private volatile boolean closed;

  /**
   * A conversation.
   *
   * @param log hears what goes wrong and cannot be told to the other end
   */
  public Connection(Framing framing, OutputStream out, Consumer<String> log) {
    this.framing = framing;
    this.out = out;
    this.log = log;
  }

  /** What answers the other end. */
  public interface Service {

    /** Answers a call, now or later; an {@link RpcError} that it throws is the answer. */
    void call(Call call);

    /** Hears a notification. */
    void hear(String method, JsonNode params);
  }

  /** Reads and has answered what comes in, until the stream ends or it is closed. */
  public void serve(Service service) throws IOException {
    while (!closed) {
      try {
        Optional<byte[]> message = framing.read();
        if (message.isEmpty()) {
          return;
        }
        take(message.get(), service);
      } catch (BadMessage e) {
        respond(
            NullNode.getInstance(),
            new RpcError(RpcError.PARSE_ERROR, String.valueOf(e.getMessage())));
      }
    }
  }

  /** Lets {@link #serve} end; nothing is sent any more. */
  public void close() {
    closed = true;
  }

  private void take(byte[] bytes, Service service) throws IOException {
    JsonNode message;
    try {
      message = MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      framing.reject(bytes);
      respond(
          NullNode.getInstance(),
          new RpcError(RpcError.PARSE_ERROR, "a message is no JSON: " + e.getOriginalMessage()));
      return;
    }
    JsonNode id = message.path("id");
    JsonNode method = message.path("method");
    JsonNode params = message.path("params");
    boolean sound =
        message.path("jsonrpc").asText().equals("2.0")
            && (id.isMissingNode() || id.isTextual() || id.isNumber())
            && (params.isMissingNode() || params.isContainerNode() || params.isNull());
    if (sound && method.isTextual()) {
      if (id.isMissingNode()) {
        hear(method.asText(), params, service);
      } else {
        call(new Call(this, id, method.asText(), params), id, service);
      }
    } else if (sound && !id.isMissingNode() && (message.has("result") || message.has("error"))) {
      settle(id, message);
    } else {
      boolean known = id.isTextual() || id.isNumber();
      respond(
          known ? id : NullNode.getInstance(),
          new RpcError(
              RpcError.INVALID_REQUEST, "a message is no request, notification or response"));
    }
  }

  private void hear(String method, JsonNode params, Service service) {
    try {
      service.hear(method, params);
    } catch (RuntimeException | StackOverflowError e) {
      log.accept("the notification `%s` failed: %s".formatted(method, e));
    }
  }

  private void call(Call call, JsonNode id, Service service) {
    if (calls.putIfAbsent(id, call) != null) {
      respond(id, new RpcError(RpcError.INVALID_REQUEST, "the id %s is in use".formatted(id)));
      return;
    }
    try {
      service.call(call);
    } catch (RpcError e) {
      call.fail(e);
    } catch (RuntimeException | StackOverflowError e) {
      log.accept("the call `%s` failed: %s".formatted(call.method(), e));
      call.fail(new RpcError(RpcError.INTERNAL_ERROR, "internal error: " + e));
    }
  }

  private void settle(JsonNode id, JsonNode message) {
    Runnable done = asked.remove(id);
    if (done != null && message.has("result")) {
      done.run();
    }
  }

  /** The call that waits for its response under an id. */
  public Optional<Call> waiting(JsonNode id) {
    return Optional.ofNullable(calls.get(id));
  }

  void forget(JsonNode id, Call call) {
    calls.remove(id, call);
  }

  /** Tells the other end something. */
  public void tell(String method, JsonNode params) {
    send(message().put("method", method).set("params", params));
  }

  /**
   * Asks the other end to do something.
   *
   * @param done is run when it has; never where it refuses
   */
  public void ask(String method, JsonNode params, Runnable done) {
    JsonNode id = JsonNodeFactory.instance.textNode("ssot-" + lastId.incrementAndGet());
    asked.put(id, done);
    ObjectNode request = message();
    request.set("id", id);
    send(request.put("method", method).set("params", params));
  }

  void respond(JsonNode id, JsonNode result) {
    ObjectNode response = message();
    response.set("id", id);
    send(response.set("result", result.isMissingNode() ? NullNode.getInstance() : result));
  }

  void respond(JsonNode id, RpcError error) {
    ObjectNode response = message();
    response.set("id", id);
    response
        .putObject("error")
        .put("code", error.code())
        .put("message", String.valueOf(error.getMessage()));
    send(response);
  }

  private static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
  }

  private void send(JsonNode message) {
    if (closed) {
      return;
    }
    try {
      byte[] bytes = framing.framed(MAPPER.writeValueAsBytes(message));
      synchronized (out) {
        out.write(bytes);
        out.flush();
      }
    } catch (IOException e) {
      log.accept("the other end hears nothing any more: " + e.getMessage());
      closed = true;
    }
  }

  /** What {@link JsonNode#path} gives where there is nothing. */
  public static JsonNode nothing() {
    return MissingNode.getInstance();
  }
}
