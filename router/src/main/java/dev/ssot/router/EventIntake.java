package dev.ssot.router;

import dev.ssot.router.limits.MessageLimits;
import dev.ssot.router.log.LogUnavailable;
import dev.ssot.router.protocol.ConnectionId;
import dev.ssot.router.protocol.Emission;
import dev.ssot.router.protocol.Event;
import dev.ssot.router.protocol.EventClass;
import dev.ssot.router.protocol.Refusal;
import dev.ssot.router.protocol.RunStep;
import dev.ssot.router.protocol.ServiceLevel;
import dev.ssot.router.protocol.Types;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides about each event for one user: refuse, log, or hand to one connection. Guarded by the
 * user's lock.
 */
final class EventIntake {

  private final UserState user;
  private final Core core;

  EventIntake(UserState user) {
    this.user = user;
    core = user.core();
  }

  /** Takes an event of the application for all connections of the user. */
  Emission emit(Event event) {
    Optional<Emission.Refused> reserved = reserved(event);
    return reserved.isPresent() ? decided(event, reserved.get()) : append(event, RunStep.NONE);
  }

  /** Takes any event for all connections of the user. */
  Emission append(Event event, RunStep step) {
    return decided(event, appended(event, step));
  }

  private Emission appended(Event event, RunStep step) {
    Optional<Emission.Refused> refused = unacceptable(event);
    if (refused.isPresent()) {
      return refused.get();
    }
    try {
      user.refreshStream();
      Instant now = user.now();
      user.connections().closeExpired(now);
      return user.connections().appended(user.stream().append(event, step, now));
    } catch (LogUnavailable unavailable) {
      return unavailable(unavailable);
    }
  }

  /** Takes an event of the application for one connection of the user. */
  Emission send(ConnectionId id, Event event) {
    return decided(event, sent(id, event));
  }

  private Emission sent(ConnectionId id, Event event) {
    Optional<Emission.Refused> refused =
        reserved(event).or(() -> unacceptable(event)).or(() -> lasting(event));
    if (refused.isPresent()) {
      return refused.get();
    }
    user.connections().closeExpired(user.now());
    return user.connections().sendDirect(id, event);
  }

  private Emission decided(Event event, Emission outcome) {
    user.report(observer -> observer.eventDecided(user.key(), event, outcome));
    return outcome;
  }

  static Emission.Refused unavailable(LogUnavailable cause) {
    return new Emission.Refused(Refusal.LOG_UNAVAILABLE, String.valueOf(cause.getMessage()));
  }

  private static Optional<Emission.Refused> reserved(Event event) {
    return Types.isControl(event.type()) || Types.isOfRuns(event.type())
        ? refused(
            Refusal.RESERVED_TYPE,
            "`%s` belongs to the protocol or to runs; choose another".formatted(event.type()))
        : Optional.empty();
  }

  private static Optional<Emission.Refused> lasting(Event event) {
    return event.eventClass() == EventClass.EPHEMERAL
        ? Optional.empty()
        : refused(
            Refusal.NOT_EPHEMERAL,
            "A %s event must be in the stream; emit it".formatted(event.eventClass().label()));
  }

  private Optional<Emission.Refused> unacceptable(Event event) {
    return core.service().level() == ServiceLevel.STOPPED
        ? refused(Refusal.STOPPED, "The router has stopped; use another node")
        : tooLarge(event).or(() -> invalid(event));
  }

  private Optional<Emission.Refused> invalid(Event event) {
    return core.rules()
        .inEvent(event.type(), event.payload())
        .map(violation -> new Emission.Refused(Refusal.INVALID_PAYLOAD, violation));
  }

  private Optional<Emission.Refused> tooLarge(Event event) {
    MessageLimits sizes = core.limits().inbound().messages();
    int name = Math.max(event.type().length(), event.session().length());
    return event.payload().bytes() <= sizes.eventBytes() && name <= sizes.nameLength()
        ? Optional.empty()
        : refused(
            Refusal.TOO_LARGE,
            "The payload has %d bytes and the longest name %d characters; keep to %d and %d"
                .formatted(event.payload().bytes(), name, sizes.eventBytes(), sizes.nameLength()));
  }

  private static Optional<Emission.Refused> refused(Refusal reason, String detail) {
    return Optional.of(new Emission.Refused(reason, detail));
  }
}
