package com.acme.chat.routing;

/** What became of a client's message. */
public enum RouteResult {
  HANDLED,
  FAILED,
  REFUSED,
  UNKNOWN_TYPE,
  NOT_CONNECTED;

  /** Whether a handler has finished. */
  public boolean isHandled() {
    return this == HANDLED;
  }
}
