package dev.ssot.router.protocol;

/** What became of an event that was emitted: the log or one connection has it, or it is refused. */
public sealed interface Emission {

  /** Whether the router does what was asked for; false means that nobody gets the event. */
  boolean accepted();

  /**
   * The event is logged and on its way to open connections. Each of them writes it in its turn, or
   * is cut off and finds it in the log.
   *
   * @param connections open connections of the user that have said {@code hello}, at least one
   */
  record Delivered(StreamPosition position, int connections) implements Emission {

    public Delivered {
      if (connections < 1) {
        throw new IllegalArgumentException(
            "Delivered to %d connections; an event for nobody is `Logged`".formatted(connections));
      }
    }

    @Override
    public boolean accepted() {
      return true;
    }
  }

  /** The event is logged; the user has no connection now and gets it on resuming. */
  record Logged(StreamPosition position) implements Emission {
    @Override
    public boolean accepted() {
      return true;
    }
  }

  /** The event waits to be written to this one connection; it is in no stream and dies with it. */
  record Sent(ConnectionId connection) implements Emission {
    @Override
    public boolean accepted() {
      return true;
    }
  }

  /** The event is in no stream and nobody gets it. */
  record Refused(Refusal reason, String detail) implements Emission {
    @Override
    public boolean accepted() {
      return false;
    }
  }
}
