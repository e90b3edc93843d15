package dev.ssot.router.protocol;

/** The name of one connection, unique among those that are open; chosen by the transport. */
public record ConnectionId(String value) {

  public ConnectionId {
    Names.require("connection id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
