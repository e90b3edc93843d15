package dev.ssot.router.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the router gives a transport to encode and send. Everything but {@link OfEvent} steers the
 * connection and has no place in the stream.
 */
public sealed interface ServerFrame {

  /** The envelope's type. */
  String type();

  /** The envelope's payload. */
  Payload payload();

  /** An event of the user's stream. */
  record OfEvent(StreamEvent event) implements ServerFrame {
    @Override
    public String type() {
      return event.event().type();
    }

    @Override
    public Payload payload() {
      return event.event().payload();
    }
  }

  /** An event for this connection only: it has no number, is in no log and is not sent again. */
  record Direct(Event event, Instant ts) implements ServerFrame {
    @Override
    public String type() {
      return event.type();
    }

    @Override
    public Payload payload() {
      return event.payload();
    }
  }

  /** The handler of the client message {@code id} has accepted it. */
  record Ack(String id) implements ServerFrame {
    @Override
    public String type() {
      return Types.ACK;
    }

    @Override
    public Payload payload() {
      return Payload.of(Map.of("id", id));
    }
  }

  /**
   * A client message was not accepted.
   *
   * @param id the client's id of it, or the empty string if it had none
   * @param retryAfter when to try again; zero if that makes no difference
   */
  record Failure(String id, ErrorCode code, String message, Duration retryAfter)
      implements ServerFrame {

    /** A failure that waiting does not mend. */
    public static Failure of(String id, ErrorCode code, String message) {
      return new Failure(id, code, message, Duration.ZERO);
    }

    @Override
    public String type() {
      return Types.ERROR;
    }

    @Override
    public Payload payload() {
      return Payload.of(
          Map.of(
              "id", id,
              "code", code.label(),
              "message", message,
              "retryable", code.retryable(),
              "retry_after_ms", retryAfter.toMillis()));
    }
  }

  /**
   * The answer to {@code hello}.
   *
   * @param from the place after which this connection's events follow
   * @param head the last event of the stream at this moment
   * @param windowIds answers that are remembered for messages sent again
   * @param openRuns ids of the runs that have not ended
   */
  record Welcome(
      ConnectionId connection,
      Resumption resumption,
      StreamPosition from,
      long head,
      int windowIds,
      List<String> openRuns)
      implements ServerFrame {

    public Welcome {
      openRuns = List.copyOf(openRuns);
    }

    @Override
    public String type() {
      return Types.WELCOME;
    }

    @Override
    public Payload payload() {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("connection", connection.value());
      fields.put("resumed", resumption == Resumption.RESUMED);
      fields.put("from", from.payload().fields());
      fields.put("head", head);
      fields.put("window_ids", windowIds);
      fields.put("open_runs", openRuns);
      if (resumption.failed()) {
        fields.put("resume_failed", Map.of("reason", resumption.label(), "oldest", from.seq() + 1));
      }
      return Payload.of(fields);
    }
  }

  /** The last event of an idle stream is {@code seq}; a client that has less has lost some. */
  record Head(StreamPosition position) implements ServerFrame {
    @Override
    public String type() {
      return Types.HEAD;
    }

    @Override
    public Payload payload() {
      return position.payload();
    }
  }

  /**
   * The events {@code first} to {@code last} do not come on their own, on purpose, as the reader is
   * slow.
   *
   * @param mergedInto number of the next event if that has all that they said; 0 if they are left
   *     out
   */
  record Gap(long first, long last, long mergedInto) implements ServerFrame {

    /** Events that are left out. */
    public Gap(long first, long last) {
      this(first, last, 0);
    }

    @Override
    public String type() {
      return Types.GAP;
    }

    @Override
    public Payload payload() {
      return mergedInto == 0
          ? Payload.of(Map.of("first", first, "last", last))
          : Payload.of(Map.of("first", first, "last", last, "merged_into", mergedInto));
    }
  }

  /** The answer to {@code ping}, with the same payload. */
  record Pong(Payload payload) implements ServerFrame {
    @Override
    public String type() {
      return Types.PONG;
    }
  }

  /** The router will close this connection; come back after the delay. */
  record GoingAway(Duration reconnectAfter) implements ServerFrame {
    @Override
    public String type() {
      return Types.GOING_AWAY;
    }

    @Override
    public Payload payload() {
      return Payload.of(Map.of("reconnect_after_ms", reconnectAfter.toMillis()));
    }
  }

  /** How much of its service the router gives at the moment. */
  record ServiceStatus(ServiceLevel level) implements ServerFrame {
    @Override
    public String type() {
      return Types.SERVICE_STATUS;
    }

    @Override
    public Payload payload() {
      return Payload.of(Map.of("level", level.label()));
    }
  }
}
