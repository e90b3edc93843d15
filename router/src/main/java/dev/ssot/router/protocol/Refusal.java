package dev.ssot.router.protocol;

/** Why an event was refused. */
public enum Refusal {
  /** The type belongs to the protocol or to runs. */
  RESERVED_TYPE,
  /** The payload or a name is larger than the limits allow. */
  TOO_LARGE,
  /** The payload is not what the schema of the type asks for. */
  INVALID_PAYLOAD,
  /** What goes to one connection only must be worth something now or never. */
  NOT_EPHEMERAL,
  /** The user has no such connection, or it has not said {@code hello}. */
  NO_SUCH_CONNECTION,
  /** Too much waits for the reader of the connection. */
  READER_TOO_SLOW,
  /** The log does not take it; try again later. */
  LOG_UNAVAILABLE,
  /** The user has as many open runs, or the run as many open tools, as the limits allow. */
  TOO_MANY_OPEN,
  /** The router keeps something of as many users as the limits allow, and nothing of this one. */
  TOO_MANY_USERS,
  /** The run has ended, by its producer or by time. */
  RUN_OVER,
  /** The tool call has been completed, by its producer or by time. */
  TOOL_CLOSED,
  /** The router has stopped. */
  STOPPED
}
