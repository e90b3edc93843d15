package dev.ssot.router.client;

/** Where a client stands. */
public enum ClientState {
  /** It is connecting, for the first time or again. */
  CONNECTING,
  /** It follows the stream. */
  LIVE,
  /** It waits before it connects again. */
  WAITING,
  /** It has ended: by its owner, or as the router would never let it in again. */
  CLOSED
}
