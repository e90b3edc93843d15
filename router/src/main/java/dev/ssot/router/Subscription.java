package dev.ssot.router;

/** What became of a wish to subscribe to a topic. */
public enum Subscription {
  /** The user gets what is published from now on; a second wish for one topic changes nothing. */
  ACTIVE,
  /** The user has as many subscriptions, or the router as many users, as the limits allow. */
  TOO_MANY,
  /** The topic's name is blank or longer than the limits allow. */
  BAD_NAME
}
