package dev.ssot.router;

/** What became of an attempt to attach a connection. */
public sealed interface Attachment {

  /** The connection is attached; it gets events once its client has said {@code hello}. */
  record Attached(Connection connection) implements Attachment {}

  /** The connection is not attached, and nothing else has changed. */
  record Refused(Reason reason, String detail) implements Attachment {}

  /** Why a connection was refused. */
  enum Reason {
    /** An open connection has this id; it is not touched. */
    ID_TAKEN,
    /** The router has as many connections as the limits allow. */
    TOO_MANY_CONNECTIONS,
    /** The router keeps something of as many users as the limits allow, and nothing of this one. */
    TOO_MANY_USERS,
    /** The router is going away. */
    DRAINING
  }
}
