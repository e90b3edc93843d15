package dev.ssot.router.protocol;

/**
 * Something to tell a user, before it has a place in the user's stream.
 *
 * @param session the conversation that it belongs to, or the empty string
 */
public record Event(String type, EventClass eventClass, String session, Payload payload) {

  /** An event outside of any session. */
  public static Event of(String type, EventClass eventClass, Payload payload) {
    return new Event(type, eventClass, "", payload);
  }

  /** This event in a session. */
  public Event inSession(String other) {
    return new Event(type, eventClass, other, payload);
  }
}
