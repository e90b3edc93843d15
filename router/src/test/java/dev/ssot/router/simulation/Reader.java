package dev.ssot.router.simulation;

import dev.ssot.router.protocol.Payload;
import dev.ssot.router.protocol.ServerFrame;
import dev.ssot.router.protocol.UserKey;
import dev.ssot.router.simulation.Entry.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/**
 * The reading half of a client, as its library is to be: remembers its place over all its
 * connections and holds every frame against the truth.
 */
final class Reader {

  private final UserKey user;
  private final Truth truth;
  private final Ledger ledger;
  private @Nullable Place place;
  private Truth.@Nullable Answer expected;
  private String merged = "";
  private String connection = "";
  private String level = "full";
  private long events;

  Reader(UserKey user, Truth truth, Ledger ledger) {
    this.user = user;
    this.truth = truth;
    this.ledger = ledger;
  }

  Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  long events() {
    return events;
  }

  /** The level of service that the client was told last. */
  String level() {
    return level;
  }

  /** A new connection begins; what it will be told is known unless the log is away. */
  void begin(String id, boolean known) {
    connection = id;
    merged = "";
    level = "full";
    expected = known && place != null ? truth.answer(place) : null;
  }

  void read(ServerFrame frame) {
    if (frame instanceof ServerFrame.OfEvent event) {
      event(Entry.of(event.event()));
    } else if (frame instanceof ServerFrame.Direct direct) {
      Assertions.assertEquals(connection, direct.payload().text("only").orElseThrow(), "a leak");
      requireOwn(direct.payload());
    } else {
      control(frame.type(), frame.payload());
    }
  }

  private void control(String type, Payload payload) {
    switch (type) {
      case "welcome" -> welcome(payload);
      case "gap" -> gap(payload);
      case "head" ->
          Assertions.assertEquals(
              place,
              new Place(payload.text("epoch").orElseThrow(), payload.number("seq").orElseThrow()),
              "the head is not where the client is");
      case "ack" -> ledger.acknowledged(payload.text("id").orElseThrow());
      case "error" ->
          ledger.refused(payload.text("id").orElseThrow(), payload.text("code").orElseThrow());
      case "service_status" -> level = payload.text("level").orElseThrow();
      case "pong", "going_away" -> {}
      default -> Assertions.fail("an unknown frame: " + type);
    }
  }

  private void welcome(Payload payload) {
    Payload from = payload.object("from").orElseThrow();
    Place start = new Place(from.text("epoch").orElseThrow(), from.number("seq").orElseThrow());
    boolean resumed = Boolean.TRUE.equals(payload.fields().get("resumed"));
    Optional<Payload> failed = payload.object("resume_failed");
    Assertions.assertEquals(place == null, !resumed && failed.isEmpty(), "fresh or not");
    if (expected != null) {
      String told = failed.flatMap(why -> why.text("reason")).orElse("resumed");
      Assertions.assertEquals(expected, new Truth.Answer(told, start.seq()));
    }
    if (resumed) {
      Assertions.assertEquals(place, start, "resumed elsewhere");
    }
    requireKept();
    failed.ifPresent(
        why -> Assertions.assertEquals(start.seq() + 1, why.number("oldest").orElseThrow()));
    place = start;
  }

  /** Who may come back finds his stream, however little was in it. */
  private void requireKept() {
    Assertions.assertFalse(
        place != null && truth.wasEndedHastily(place.epoch()),
        "the stream was forgotten although nothing was lost");
  }

  private void event(Entry seen) {
    requireNext(seen.seq());
    Entry logged = truth.at(seen.place());
    Assertions.assertEquals(logged.rest(), seen.rest(), "another event than was logged");
    Assertions.assertEquals(merged + logged.text("text"), seen.text("text"), "another text");
    Assertions.assertEquals(logged.type(), seen.type());
    requireOwn(seen.payload());
    merged = "";
    place = seen.place();
    events++;
  }

  private void gap(Payload payload) {
    Assertions.assertEquals("", merged, "a gap within a merged event");
    requireNext(payload.number("first").orElseThrow());
    long last = payload.number("last").orElseThrow();
    Optional<Long> into = payload.number("merged_into");
    into.ifPresent(next -> Assertions.assertEquals(last + 1, next));
    while (here().seq() < last) {
      Entry missing = truth.at(here().next());
      if (into.isPresent()) {
        requireMergeable(missing, truth.at(missing.place().next()));
        merged += missing.text("text");
      } else {
        Assertions.assertTrue(
            missing.kind().equals("ephemeral") || truth.isOutdated(missing),
            () -> "left out: " + missing);
      }
      place = missing.place();
    }
  }

  private static void requireMergeable(Entry piece, Entry next) {
    Assertions.assertEquals("delta", piece.kind(), "merged");
    Assertions.assertTrue(piece.sameKind(next), () -> piece + " was merged into " + next);
    Assertions.assertEquals(piece.rest(), next.rest(), "merged into something else");
  }

  private void requireNext(long seq) {
    Assertions.assertEquals(here().seq() + 1, seq, "a gap, a duplicate or disorder");
  }

  private void requireOwn(Payload payload) {
    payload.text("for").ifPresent(one -> Assertions.assertEquals(user.toString(), one, "a leak"));
    payload.text("tenant").ifPresent(one -> Assertions.assertEquals(user.tenant(), one, "a leak"));
  }

  private Place here() {
    if (place == null) {
      throw new AssertionError("An event came before the welcome");
    }
    return place;
  }
}
