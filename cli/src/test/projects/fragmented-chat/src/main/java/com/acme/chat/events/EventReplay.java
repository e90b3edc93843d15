package com.acme.chat.events;

import com.acme.chat.routing.Envelope;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sends again what a user has missed while no connection was open. */
public final class EventReplay {

  private static final int KEPT = 200;

  private final Deque<Envelope> missed = new ArrayDeque<>();

  public synchronized void remember(Envelope event) {
    if (missed.size() == KEPT) {
      missed.removeFirst();
    }
    missed.addLast(event);
  }

  /** Replays what is kept, oldest first; stops when nobody listens any more. */
  public synchronized int replay(String userId, EventRouter router) { // finds: forbidden-import
    int replayed = 0;
    while (!missed.isEmpty() && router.broadcastToUser(userId, missed.peekFirst()) > 0) {
      missed.removeFirst();
      replayed++;
    }
    return replayed;
  }
}
