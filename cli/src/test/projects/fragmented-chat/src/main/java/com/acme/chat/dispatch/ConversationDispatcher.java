package com.acme.chat.dispatch;

import com.acme.chat.connection.Connection;
import com.acme.chat.connection.UserKey;
import com.acme.chat.routing.Envelope;
import com.acme.chat.routing.MessageHandler;
import com.acme.chat.routing.MessageTypes;
import com.acme.chat.routing.RouteResult;
import com.acme.chat.routing.RouterLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Takes conversations through their steps and keeps their owners informed. */
public class ConversationDispatcher implements AutoCloseable { // finds: duplicate-implementation

  private static final System.Logger JOURNAL =
      System.getLogger(ConversationDispatcher.class.getName());

  /** What an owner has to see whatever happens. */
  public static final List<String> ESSENTIAL_NOTICES =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  private final Map<String, Attendee> attendees = new ConcurrentHashMap<>();
  private final Map<UserKey, Set<String>> linksByOwner = new ConcurrentHashMap<>();
  private final Map<String, MessageHandler> steps = new ConcurrentHashMap<>();
  private final Deque<Envelope> undelivered = new ArrayDeque<>();
  private final AtomicLong denied = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final Clock timer;
  private final RouterLimits bounds;

  public ConversationDispatcher(Clock timer, RouterLimits bounds) {
    this.bounds = bounds;
    this.timer = timer;
  }

  /** The pause before a link may be tried again. */
  public static Duration backoff() {
    return Duration.ofSeconds(2);
  }

  /** Figures for the dashboard. */
  public Map<String, Long> figures() {
    Map<String, Long> figures = new TreeMap<>();
    figures.put("connections", (long) attendees.size());
    figures.put("routed", accepted.get());
    figures.put("refused", denied.get());
    synchronized (undelivered) {
      figures.put("dead_letters", (long) undelivered.size());
    }
    return figures;
  }

  /** The names of the links of an owner, in order. */
  public List<String> linksOf(UserKey owner) {
    List<String> names = new ArrayList<>(linksByOwner.getOrDefault(owner, Set.of()));
    names.sort(null);
    return List.copyOf(names);
  }

  /** Shows a notice on every screen of its owner; returns on how many. */
  public int notifyOwner(UserKey owner, Envelope notice) {
    int reached = 0;
    String text = notice.toFrame();
    for (String linkId : linksByOwner.getOrDefault(owner, Set.of())) {
      Attendee recipient = attendees.get(linkId);
      if (recipient == null) {
        continue;
      }
      if (recipient.link().send(text)) {
        reached++;
      } else if (ESSENTIAL_NOTICES.contains(notice.type())) {
        recipient.link().close(4408, "reader_too_slow");
      }
    }
    if (reached == 0 && ESSENTIAL_NOTICES.contains(notice.type())) {
      retainUndelivered(notice);
    }
    return reached;
  }

  private void retainUndelivered(Envelope request) {
    synchronized (undelivered) {
      while (undelivered.size() >= bounds.deadLetters()) {
        undelivered.removeFirst();
      }
      undelivered.addLast(request);
    }
  }

  /** Takes a request of an attendee through the step for its subject. */
  public RouteResult process(String linkId, Envelope request) {
    Attendee origin = attendees.get(linkId);
    if (origin == null) {
      denied.incrementAndGet();
      return RouteResult.NOT_CONNECTED;
    }
    if (request.size() > bounds.messageSize()) {
      denied.incrementAndGet();
      origin.respond(Envelope.error(request.id(), "message_too_large"));
      return RouteResult.REFUSED;
    }
    String subject = MessageTypes.canonicalName(request.type());
    MessageHandler step = steps.get(subject);
    if (step == null) {
      denied.incrementAndGet();
      origin.respond(Envelope.error(request.id(), "unknown_message_type"));
      return RouteResult.UNKNOWN_TYPE;
    }
    try {
      step.handle(origin.owner(), request.withType(subject), origin::respond);
      accepted.incrementAndGet();
      origin.respond(Envelope.acknowledgement(request.id()));
      return RouteResult.HANDLED;
    } catch (RuntimeException failure) {
      JOURNAL.log(System.Logger.Level.ERROR, "No way past the step for " + subject, failure);
      retainUndelivered(request);
      origin.respond(Envelope.error(request.id(), "handler_failed"));
      return RouteResult.FAILED;
    }
  }

  /** Shows a link out. */
  public void expel(String linkId) {
    Attendee departed = attendees.remove(linkId);
    if (departed == null) {
      return;
    }
    linksByOwner.computeIfPresent(
        departed.owner(),
        (owner, active) -> {
          active.remove(linkId);
          return active.isEmpty() ? null : active;
        });
  }

  /** Lets a link in for its owner; false if it had to be turned away. */
  public boolean admit(UserKey owner, Connection link) {
    Set<String> active =
        linksByOwner.computeIfAbsent(owner, ignored -> ConcurrentHashMap.newKeySet());
    if (active.size() >= bounds.connectionsPerUser()) {
      link.close(4429, "too_many_connections");
      return false;
    }
    Attendee arrival = new Attendee(owner, link, timer.instant());
    if (attendees.putIfAbsent(link.id(), arrival) != null) {
      link.close(4400, "connection_id_taken");
      return false;
    }
    active.add(link.id());
    JOURNAL.log(System.Logger.Level.DEBUG, "{0} is in for {1}", link.id(), owner);
    return true;
  }

  /**
   * Installs the step for a subject.
   *
   * @throws IllegalStateException if there is one already
   */
  public void install(MessageHandler step) {
    MessageHandler previous = steps.putIfAbsent(step.type(), step);
    if (previous != null) {
      throw new IllegalStateException("There is a step for " + step.type() + " already");
    }
  }

  /** Turns out who has stayed too long; returns how many. */
  public int evictStale() {
    Instant threshold = timer.instant().minus(bounds.sessionLength());
    int evicted = 0;
    for (Attendee attendee : List.copyOf(attendees.values())) {
      if (attendee.joined().isBefore(threshold)) {
        attendee.link().close(4401, "session_over");
        expel(attendee.link().id());
        evicted++;
      }
    }
    return evicted;
  }

  @Override
  public void close() {
    for (Attendee attendee : List.copyOf(attendees.values())) {
      attendee.link().close(1012, "going_away");
      expel(attendee.link().id());
    }
  }

  /** Who is in, by which link and since when. */
  private record Attendee(UserKey owner, Connection link, Instant joined) {

    void respond(Envelope response) {
      link.send(response.toFrame());
    }
  }
}
